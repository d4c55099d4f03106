"""Các màn hình chính đều đọc được: máy tính và điện thoại, nền sáng và nền tối."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.casefiles.tests.factories import make_case
from lienthong.committees.tests.factories import make_committee, make_held_meeting
from lienthong.organisations.tests.factories import Cast, make_group
from lienthong.plans.models import Share
from lienthong.plans.tests.factories import make_accepted, make_assignment, make_out_of_scope, make_plan, share_of
from lienthong.registry.service import register_incoming
from lienthong.registry.tests.reviewing import DIFFICULT_TEXT, under_review
from lienthong.reports.service import make_report
from tests.functional.people import Opens


def a_working_commune(people: Cast) -> dict[str, int]:
    """Documents, a plan with work in every state, and a report: the keys of what the pages show."""
    today = timezone.localdate()
    group = make_group(people.office, "Các thôn", *people.hamlets)
    document = register_incoming(people.clerk, under_review(people, DIFFICULT_TEXT), arrived_on=today)
    plan = make_plan(people)
    given = make_assignment(people, plan, text="Treo băng rôn tại nhà văn hóa", due=today + timedelta(days=5))
    late = make_accepted(people, plan, text="Phát tờ gấp đến các hộ dân")
    Share.objects.filter(pk=late.pk).update(due=today - timedelta(days=4))
    rhythm = make_accepted(people, plan, text="Chuyên mục phát thanh", frequency_printed="2 tuần/1 số (26 số/năm)")
    make_assignment(people, plan, text="Họp dân", leads=[group], supports=[], due=today)
    make_out_of_scope(people, plan)
    report = make_report(people.coordinator, title="Báo cáo tháng", starts_on=plan.starts_on, ends_on=today)
    board = make_committee(people)
    issue = rhythm.occurrences.order_by("due").last()
    assert issue is not None
    return {
        "document": document.pk,
        "plan": plan.pk,
        "assignment": given.pk,
        "share": share_of(given, people.culture).pk,
        "late": late.pk,
        "occurrence": issue.pk,
        "report": report.pk,
        "committee": board.pk,
        "meeting": make_held_meeting(people, board).pk,
        "case": make_case(people, plan).pk,
        "group": group.pk,
        "office": people.office.pk,
        "unit": people.culture.pk,
    }


#: Who opens what: the name of the page, and the keys of what it shows.
SCREENS: dict[str, list[tuple[str, Any]]] = {
    "clerk": [
        ("registry:documents", None),
        ("registry:outgoing", "di"),
        ("registry:upload", None),
        ("registry:document", "document"),
        ("registry:change", "document"),
        ("registry:register_book", "den"),
        ("registry:numbers", None),
        ("registry:unregistered", None),
        ("casefiles:cases", None),
        ("committees:committees", None),
        ("committees:committee", "committee"),
        ("committees:plan_meeting", "committee"),
        ("committees:meeting", "meeting"),
        ("committees:minutes", "meeting"),
        ("committees:conclude", "meeting"),
        ("casefiles:case", "case"),
        ("casefiles:change", "case"),
    ],
    "leader": [
        ("workspace:home", None),
        ("registry:decide", "document"),
        ("plans:plans", None),
        ("plans:plan", "plan"),
        ("plans:share", "late"),
        ("reports:report", "report"),
    ],
    "coordinator": [
        ("workspace:home", None),
        ("registry:review", "document"),
        ("plans:assignment", "assignment"),
        ("plans:assignment_edit", "assignment"),
        ("plans:assignment_add", "plan"),
        ("plans:calendar", None),
        ("reports:reports", None),
        ("reports:make_ad_hoc", None),
        ("reports:obligation_add", None),
    ],
    "unit_head": [
        ("workspace:home", None),
        ("plans:board", None),
        ("plans:share", "share"),
        ("plans:occurrence", "occurrence"),
        ("plans:work_add", None),
        ("inbox:notices", None),
        ("inbox:weekly_sheet", "unit"),
        ("organisations:my_record", None),
        ("account_change_password", None),
        ("speech:scripts", None),
        ("speech:new_script", None),
        ("speech:words", None),
    ],
    "administrator": [
        ("organisations:bodies", None),
        ("organisations:body", "office"),
        ("organisations:edit_body", "unit"),
        ("organisations:groups", None),
        ("organisations:group", "group"),
        ("organisations:signing", None),
        ("organisations:import", None),
        ("organisations:corrections", None),
    ],
}


def addresses(who: str, keys: dict[str, int]) -> Iterator[str]:
    for name, what in SCREENS[who]:
        yield reverse(name, args=[] if what is None else [keys.get(what, what)])


@pytest.mark.parametrize("phone, scheme", [(True, "light"), (False, "dark")])
def test_every_main_screen(people: Cast, opens: Opens, phone: bool, scheme: str) -> None:
    """Mỗi vai mở các màn hình của mình: không tràn ngang, đủ tương phản, có nhãn, một tiêu đề."""
    keys = a_working_commune(people)
    for who in SCREENS:
        person = opens(getattr(people, who), phone=phone, color_scheme=scheme)
        for address in addresses(who, keys):
            person.page.goto(address)
            person.looks()
