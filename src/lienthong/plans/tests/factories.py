"""Plans and their parts for tests, made through the acts, so that shares, items and events are there as in life."""

import io
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lienthong.organisations.service import Actor, Body, Group
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.budget.models import BudgetLine, Spending
from lienthong.plans.models import Assignment, Plan, Share
from lienthong.plans.proving import Proof
from lienthong.plans.service import accept_share, add_assignment, add_budget_line, create_plan, record_spending

YEAR = timezone.localdate().year
MINUTES = Proof(number="12/BB-UBND", dated=date(YEAR, 1, 2))


def make_plan(
    cast: Cast, *, starts_on: date = date(YEAR, 1, 1), ends_on: date = date(YEAR, 12, 31), **kwargs: Any
) -> Plan:
    title = kwargs.pop("title", f"Kế hoạch truyền thông năm {YEAR}")
    return create_plan(cast.coordinator, title=title, starts_on=starts_on, ends_on=ends_on, **kwargs)


def make_assignment(
    cast: Cast,
    plan: Plan | None = None,
    *,
    leads: list[Body | Group] | None = None,
    supports: list[Body | Group] | None = None,
    **values: Any,
) -> Assignment:
    """An assignment led by the culture office and supported by the economy office, unless told otherwise."""
    values.setdefault("text", "Tổ chức tuyên truyền chuyển đổi số trên loa truyền thanh")
    return add_assignment(
        cast.coordinator,
        plan or make_plan(cast),
        values=values,
        leads=[cast.culture] if leads is None else leads,
        supports=[cast.economy] if supports is None else supports,
    )


def make_out_of_scope(cast: Cast, plan: Plan | None = None, **values: Any) -> Assignment:
    """A line that a person marked as outside the tool, as a plan made from a document holds it, with its shares."""
    from lienthong.plans.giving import give

    assignment = Assignment.objects.create(
        plan=plan or make_plan(cast), order=99, text="Rà quét thông tin trên mạng xã hội", out_of_scope=True, **values
    )
    give(cast.coordinator, assignment, [cast.culture], [cast.economy])
    return assignment


def share_of(assignment: Assignment, body: Body) -> Share:
    return assignment.shares.select_related("body", "handler", "assignment__plan__office").get(body=body)


def make_accepted(cast: Cast, plan: Plan | None = None, **values: Any) -> Share:
    """The culture office's lead share, accepted by its head."""
    share = share_of(make_assignment(cast, plan, **values), cast.culture)
    return accept_share(cast.unit_head, share)


def photo(name: str = "anh.jpg") -> SimpleUploadedFile:
    """A small file that begins as a JPEG does."""
    return SimpleUploadedFile(name, b"\xff\xd8\xff\xe0" + b"\x00" * 200, content_type="image/jpeg")


def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def head_of(body: Body) -> Actor:
    """Whoever leads ``body`` today, as an actor."""
    position = body.positions.filter(role__in=["unit_head", "hamlet_head"]).select_related("user", "body").get()
    return Actor(position.user, position)


def workbook(*parts: str) -> SimpleUploadedFile:
    """An archive with the given parts, as Word and Excel files are."""
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return SimpleUploadedFile("bang.xlsx", buffer.getvalue())


def make_budget_line(cast: Cast, plan: Plan, assignment: Assignment | None = None, **values: Any) -> BudgetLine:
    """Ten million đồng of the commune's own budget for printing, written by the coordinator."""
    given = {"source": "commune", "purpose": "In tờ gấp", "planned": 10_000_000} | values
    return add_budget_line(cast.coordinator, plan, assignment=assignment, values=given)


def make_spending(cast: Cast, line: BudgetLine, amount: int = 4_000_000, **values: Any) -> Spending:
    """Spent today, with a receipt as a picture."""
    given = {"spent_on": timezone.localdate(), "file": photo("hoa-don.jpg")} | values
    return record_spending(cast.coordinator, line, amount=amount, **given)
