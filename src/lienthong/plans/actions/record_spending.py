"""Record what was spent of a budget line, with its paper."""

from datetime import date

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.amounts import amount_words
from lienthong.core.file_kinds import kind_of, sha256_of
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.budget.models import BudgetLine, Spending
from lienthong.plans.budget.permissions import begin
from lienthong.registry.service import document_numbered


@transaction.atomic
def record_spending(
    actor: Actor, line: BudgetLine, *, amount: int | None, spent_on: date, number: str = "", file: File | None = None,
    note: str = "",
) -> Spending:  # fmt: skip
    """``number`` names a registered document, ``file`` is the paper itself; one of them has to be there.

    More than was planned is recorded as it is; the pages say that it is more.
    """
    line = begin(actor, line)
    if not amount:
        raise Refused(_("Hãy ghi số tiền đã chi."), field="amount")
    if spent_on > timezone.localdate():
        raise Refused(_("Ngày chi không được sau hôm nay."), field="spent_on")
    if not number.strip() and file is None:
        raise Refused(_("Khoản chi cần giấy tờ: số văn bản trong sổ, hoặc tệp chứng từ."), field="number")
    spending = Spending(
        line=line, amount=amount, spent_on=spent_on, note=note.strip()[:300], entered_by=actor.own_position
    )
    if number.strip():
        spending.document = document_numbered(number, actor, line.plan.office, field="number")
    if file is not None:
        kind = kind_of(file)
        spending.name, spending.content_type = str(file.name)[-255:], kind.content_type
        spending.sha256 = sha256_of(file)
        spending.stored.save(f"{spending.sha256[:32]}{kind.ending}", file, save=False)
    spending.save()
    paper = spending.document.title if spending.document else spending.name
    record(
        events.SPENT, line, by=actor.stamp, amount=amount_words(amount), day=f"{spent_on:%d/%m/%Y}",
        purpose=line.purpose, paper=paper,
    )  # fmt: skip
    return spending
