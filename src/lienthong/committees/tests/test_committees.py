"""Committees: who sees their meetings, what is invited, written, passed and carried out."""

import io
from datetime import date, timedelta

import docx
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.committees.actions.add_conclusion import add_conclusion
from lienthong.committees.actions.add_paper import add_paper
from lienthong.committees.actions.assign_conclusion import assign_conclusion
from lienthong.committees.actions.assign_programme_line import assign_programme_line
from lienthong.committees.actions.draft_notice import draft_notice
from lienthong.committees.actions.drop_conclusion import drop_conclusion
from lienthong.committees.actions.name_deputy import name_deputy
from lienthong.committees.actions.pass_minutes import pass_minutes
from lienthong.committees.actions.put_off_meeting import put_off_meeting
from lienthong.committees.actions.write_charter import write_charter
from lienthong.committees.actions.write_minutes import write_minutes
from lienthong.committees.minutes import docx_of
from lienthong.committees.models import Meeting
from lienthong.committees.permissions import committees_of
from lienthong.committees.tests.factories import (
    make_committee,
    make_held_meeting,
    make_line,
    make_meeting,
    make_paper,
)
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Body, abilities_for
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans.service import accept_share
from lienthong.plans.tests.factories import make_plan

ROLES = [
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
]  # fmt: skip


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


@pytest.fixture
def board(people: Cast) -> Body:
    return make_committee(people)


def everyone_came(people: Cast, meeting: Meeting) -> None:
    came = {one.pk: ("present", None) for one in meeting.invitees.all()}
    write_minutes(people.member, meeting, came=came, discussion="Các đơn vị báo cáo.")


class TestWhoSees:
    @pytest.mark.parametrize("role", ROLES)
    def test_rights_and_list_agree(self, people: Cast, board: Body, role: str) -> None:
        meeting, actor = make_meeting(people, board), getattr(people, role)
        seen = Meeting.objects.visible_to(actor).filter(pk=meeting.pk).exists()
        assert abilities_for(actor, meeting).see == seen
        # The member is its secretary; the hamlet, the reader and the province were not asked.
        assert seen == (role in ("clerk", "leader", "coordinator", "unit_head", "member", "other_head"))
        assert committees_of(actor).filter(pk=board.pk).exists() == (seen and role != "member")

    def test_another_commune_sees_nothing(self, people: Cast, board: Body) -> None:
        make_meeting(people, board)
        other = cast()
        assert not Meeting.objects.visible_to(other.leader).exists()
        with pytest.raises(NotAllowed):
            make_line(other, board)


class TestBeforeTheMeeting:
    def test_members_chair_and_secretary_are_invited_once(self, people: Cast, board: Body) -> None:
        meeting = make_meeting(people, board)
        assert meeting.invitees.count() == 4
        items = WorkItem.objects.filter(subject=key_of(meeting), closed_at=None)
        assert {item.position_id for item in items} == set(meeting.invitees.values_list("position_id", flat=True))
        put_off_meeting(people.coordinator, meeting, reason="trùng lịch")
        assert not WorkItem.objects.filter(subject=key_of(meeting), closed_at=None).exists()

    def test_what_cannot_be_is_refused(self, people: Cast, board: Body) -> None:
        now = timezone.now()
        with pytest.raises(Refused, match="sau giờ bắt đầu"):
            make_meeting(people, board, starts_at=now, ends_at=now)
        with pytest.raises(Refused, match="địa điểm"):
            make_meeting(people, board, place="")
        with pytest.raises(Refused, match="lý do"):
            put_off_meeting(people.coordinator, make_meeting(people, board), reason=" ")
        with pytest.raises(Refused, match="không thuộc quý"):
            make_line(people, board, quarter=1, month=7)

    def test_papers_are_for_who_sees_the_meeting(self, people: Cast, board: Body, client: Client) -> None:
        paper = make_paper(people, board)
        address = reverse("committees:paper", args=[paper.pk])
        assert sign_in(client, people.unit_head).get(address).status_code == 200
        assert sign_in(client, people.hamlet_head).get(address).status_code == 404
        from django.core.files.base import ContentFile

        with pytest.raises(Refused):
            add_paper(people.coordinator, paper.meeting, ContentFile(b"", name="rong.pdf"))

    def test_the_programme_becomes_an_assignment_due_at_the_end_of_its_time(self, people: Cast, board: Body) -> None:
        plan = make_plan(people)
        line = make_line(people, board, quarter=4)
        given = assign_programme_line(people.coordinator, line, plan)
        assert given.due == date(line.year, 12, 31)
        with pytest.raises(Refused, match="đã được giao"):
            assign_programme_line(people.coordinator, line, plan)

    def test_mandate_and_rules_are_the_secretaries_to_write(self, people: Cast, board: Body) -> None:
        values = {"mandate": None, "rules_document": None, "rules": "Mỗi quý họp một lần"}
        with pytest.raises(NotAllowed):
            write_charter(people.unit_head, board, values=values)
        assert write_charter(people.coordinator, board, values=values).rules == "Mỗi quý họp một lần"


class TestMinutes:
    def test_who_stood_in_for_whom(self, people: Cast, board: Body, client: Client) -> None:
        member = board.committee_members.get(position=people.unit_head.position)
        deputy = people.reader.own_position
        today = timezone.localdate()
        name_deputy(people.coordinator, member, deputy, valid_from=today, valid_to=None)
        with pytest.raises(Refused, match="người khác"):
            name_deputy(people.coordinator, member, member.position, valid_from=today, valid_to=None)
        meeting = make_held_meeting(people, board)
        form = sign_in(client, people.member).get(reverse("committees:minutes", args=[meeting.pk])).content.decode()
        assert f'<option value="{deputy.pk}" selected>' in form
        invitee = meeting.invitees.get(position=people.unit_head.position)
        with pytest.raises(Refused, match="người dự thay"):
            write_minutes(people.member, meeting, came={invitee.pk: ("represented", None)}, discussion="")
        write_minutes(people.member, meeting, came={invitee.pk: ("represented", deputy)}, discussion="")
        assert Meeting.objects.visible_to(people.reader).filter(pk=meeting.pk).exists()

    def test_passed_they_change_no_more(self, people: Cast, board: Body) -> None:
        meeting = make_held_meeting(people, board)
        with pytest.raises(Refused, match="chưa ghi có mặt"):
            pass_minutes(people.leader, meeting)
        everyone_came(people, meeting)
        with pytest.raises(NotAllowed):
            pass_minutes(people.member, meeting)
        meeting = pass_minutes(people.leader, meeting)
        for act in (
            lambda: add_conclusion(people.member, meeting, text="Thêm"),
            lambda: drop_conclusion(people.member, meeting.conclusions.get()),
            lambda: write_minutes(people.member, meeting, came={}, discussion="khác"),
        ):
            with pytest.raises(Refused):
                act()

    def test_the_word_file(self, people: Cast, board: Body) -> None:
        meeting = make_held_meeting(people, board)
        everyone_came(people, meeting)
        file = docx.Document(io.BytesIO(docx_of(meeting)))
        text = "\n".join(
            [one.text for one in file.paragraphs]
            + [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        )
        assert "BIÊN BẢN" in text
        assert "Họp Ban Chỉ đạo quý IV" in text
        assert "Chủ trì: Phòng Văn hóa - Xã hội" in text
        assert "THƯ KÝ" in text

    def test_conclusions_become_assignments_that_units_accept(self, people: Cast, board: Body) -> None:
        meeting, plan = make_held_meeting(people, board), make_plan(people)
        add_conclusion(people.member, meeting, text="Thống nhất chủ trương")
        with pytest.raises(Refused, match="chủ trì"):
            add_conclusion(people.member, meeting, text="Không ai làm", due=timezone.localdate() + timedelta(days=9))
        with pytest.raises(Refused):
            assign_conclusion(people.coordinator, meeting.conclusions.all()[0], plan)
        everyone_came(people, meeting)
        pass_minutes(people.leader, meeting)
        given = assign_conclusion(people.coordinator, meeting.conclusions.all()[0], plan)
        share = given.shares.select_related("body", "assignment__plan__office").get(part="lead")
        assert accept_share(people.unit_head, share).state == "accepted"
        assert given.shares.get(part="support").body == people.economy
        with pytest.raises(Refused, match="không ghi đơn vị"):
            assign_conclusion(people.coordinator, meeting.conclusions.all()[1], plan)
        draft = draft_notice(people.coordinator, meeting)
        assert draft.type == "thông báo"
        assert "Phát bản tin chuyển đổi số hằng tuần" in draft.sections.all()[0].text
        with pytest.raises(Refused, match="đã được soạn"):
            draft_notice(people.coordinator, meeting)


def test_pages_and_calendar(people: Cast, board: Body, client: Client) -> None:
    meeting = make_held_meeting(people, board)
    make_line(people, board)
    make_plan(people)
    desk = sign_in(client, people.coordinator)
    for name, pk in (("committee", board.pk), ("meeting", meeting.pk), ("plan_meeting", board.pk), ("line", board.pk)):
        assert desk.get(reverse(f"committees:{name}", args=[pk])).status_code == 200
    ics = desk.get(reverse("committees:calendar", args=[meeting.pk])).content.decode()
    assert "SUMMARY:Họp Ban Chỉ đạo quý IV" in ics
    file = desk.get(reverse("committees:minutes_file", args=[meeting.pk]))
    assert file.content[:2] == b"PK"
