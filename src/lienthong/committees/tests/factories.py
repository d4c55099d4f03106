"""Committees and meetings for tests, made through the acts."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from lienthong.committees.actions.add_conclusion import add_conclusion
from lienthong.committees.actions.add_paper import add_paper
from lienthong.committees.actions.add_programme_line import add_programme_line
from lienthong.committees.actions.hold_meeting import hold_meeting
from lienthong.committees.actions.plan_meeting import plan_meeting
from lienthong.committees.models import Meeting, Paper, ProgrammeLine
from lienthong.organisations.service import Body, CommitteeMember
from lienthong.organisations.tests.factories import BodyFactory, Cast

PDF = b"%PDF-1.4\n%%EOF\n"


def make_committee(people: Cast, name: str = "Ban Chỉ đạo chuyển đổi số xã") -> Body:
    """The leader leads it, the heads of two units serve on it."""
    board: Body = BodyFactory(name=name, kind="committee", parent=people.office)
    for actor, duty in ((people.leader, "Trưởng ban"), (people.unit_head, "Ủy viên"), (people.other_head, "Ủy viên")):
        CommitteeMember.objects.create(committee=board, position=actor.own_position, duty=duty)
    return board


def make_meeting(people: Cast, board: Body, **values: Any) -> Meeting:
    starts = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    given: dict[str, Any] = {
        "title": "Họp Ban Chỉ đạo quý IV",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=2),
        "place": "Hội trường UBND xã",
        "link": "",
        "agenda": "Kết quả quý III\nViệc quý IV",
        "chair": people.leader.own_position,
        "secretary": people.member.own_position,
    }
    return plan_meeting(people.coordinator, board, values=given | values)


def make_held_meeting(people: Cast, board: Body) -> Meeting:
    """Its minutes are being written, with one conclusion."""
    meeting = hold_meeting(people.member, make_meeting(people, board))
    add_conclusion(
        people.member, meeting, text="Phát bản tin chuyển đổi số hằng tuần", lead=people.culture,
        supports=[people.economy], due=timezone.localdate() + timedelta(days=20),
    )  # fmt: skip
    return meeting


def make_line(people: Cast, board: Body, **values: Any) -> ProgrammeLine:
    given = {
        "year": timezone.localdate().year, "quarter": 4, "month": None, "text": "Sơ kết chuyển đổi số",
        "lead": people.culture,
    }  # fmt: skip
    return add_programme_line(people.coordinator, board, values=given | values)


def make_paper(people: Cast, board: Body) -> Paper:
    return add_paper(people.coordinator, make_meeting(people, board), ContentFile(PDF, name="bao-cao.pdf"))
