"""The leader's decision, what the units do about it, the reply and the slip."""

import io
from datetime import date, timedelta

import docx
import pytest
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import Notice, WorkItem
from lienthong.organisations.service import Actor, Body
from lienthong.organisations.tests.factories import Cast, cast
from lienthong.registry.actions.add_phrase import add_phrase
from lienthong.registry.actions.answer_document import answer_document
from lienthong.registry.actions.assign_handler import assign_handler
from lienthong.registry.actions.decide_document import Instruction, Spoken, decide_document
from lienthong.registry.actions.finish_part import finish_part
from lienthong.registry.actions.note_document import note_document
from lienthong.registry.actions.propose_answer import propose_answer
from lienthong.registry.actions.remove_phrase import remove_phrase
from lienthong.registry.decision.parts import parts_of
from lienthong.registry.decision.phrases import offered_phrases
from lienthong.registry.decision.slip import as_word, slip_of
from lienthong.registry.models import Decision, DecisionPart, Direction, OfficialDocument
from lienthong.registry.tests.factories import document

pytestmark = pytest.mark.django_db
Kind, Part, State = Decision.Kind, DecisionPart.Part, OfficialDocument.State


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def received(people: Cast) -> OfficialDocument:
    return document(people.office, created_by=people.clerk.position)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def lead(body: Body, due: date | None = None) -> Instruction:
    return Instruction(body, Part.LEAD, due)


def support(body: Body, due: date | None = None) -> Instruction:
    return Instruction(body, Part.SUPPORT, due)


def give(people: Cast, received: OfficialDocument, *asked: Instruction, **more: object) -> list[DecisionPart]:
    """The leader's decision to handle ``received``; its parts, the lead's first."""
    decision = decide_document(people.leader, received, kind=Kind.HANDLE, instructions=asked, **more)  # type: ignore[arg-type]
    received.refresh_from_db()
    return parts_of(decision)


def waiting(actor: Actor, kind: WorkItem.Kind) -> list[WorkItem]:
    return list(WorkItem.objects.for_actor(actor).open().filter(kind=kind))


def last_event(received: OfficialDocument) -> str:
    event = history_of(received).last()
    assert event is not None
    assert "…" not in event.sentence
    return event.kind


class TestDeciding:
    def test_lead_and_support_each_with_a_deadline(self, people: Cast, received: OfficialDocument) -> None:
        give(
            people, received, lead(people.culture, in_days(5)), support(people.economy, in_days(3)), opinion="Làm ngay"
        )
        assert (received.state, received.due) == (State.IN_WORK, in_days(5))
        [item] = waiting(people.unit_head, WorkItem.Kind.ACCEPT)
        assert (item.due, item.asked_by) == (in_days(5), people.leader.position)
        [other] = waiting(people.other_head, WorkItem.Kind.ACCEPT)
        assert other.due == in_days(3)
        assert last_event(received) == "registry.decision.made"

    def test_units_may_read_it_from_then_on(self, people: Cast, received: OfficialDocument) -> None:
        visible = OfficialDocument.objects.visible_to(people.unit_head)
        assert received not in visible
        give(people, received, lead(people.culture))
        assert received in visible.all()

    def test_what_waited_for_the_leader_is_closed(self, people: Cast, received: OfficialDocument) -> None:
        from lienthong.organisations.service import Role
        from lienthong.registry.desk import ask

        ask(received, WorkItem.Kind.DECIDE, Role.LEADER, "Chờ cho ý kiến")
        assert waiting(people.leader, WorkItem.Kind.DECIDE)
        give(people, received, lead(people.culture))
        assert not waiting(people.leader, WorkItem.Kind.DECIDE)

    @pytest.mark.parametrize("kind, state", [(Kind.NOTE, State.NOTED), (Kind.FILE, State.FILED)])
    def test_to_be_known_or_filed(self, people: Cast, received: OfficialDocument, kind: str, state: str) -> None:
        decide_document(people.leader, received, kind=kind, instructions=[support(people.culture, in_days(2))])
        received.refresh_from_db()
        assert received.state == state
        notes = waiting(people.unit_head, WorkItem.Kind.NOTE)
        assert [item.due for item in notes] == ([None] if kind == Kind.NOTE else [])

    @pytest.mark.parametrize("who", ["clerk", "coordinator", "unit_head", "reader", "supervisor"])
    def test_only_a_leader_decides(self, people: Cast, received: OfficialDocument, who: str) -> None:
        with pytest.raises(NotAllowed):
            decide_document(getattr(people, who), received, kind=Kind.FILE)
        received.refresh_from_db()
        assert received.state == State.WITH_LEADER

    def test_what_cannot_be_is_refused(self, people: Cast, received: OfficialDocument) -> None:
        stranger = cast().culture
        for asked in (
            [],
            [support(people.culture)],
            [lead(people.culture), lead(people.economy)],
            [lead(people.culture), support(people.culture)],
            [lead(stranger)],
            [lead(people.office)],
            [lead(people.culture, in_days(-1))],
        ):
            with pytest.raises(Refused):
                decide_document(people.leader, received, kind=Kind.HANDLE, instructions=asked)
        with pytest.raises(Refused):
            decide_document(people.leader, received, kind="burn")
        assert not received.decisions.exists()

    def test_a_document_without_a_number_waits_for_nobody(self, people: Cast) -> None:
        unregistered = document(people.office, state=State.TO_REGISTER, created_by=people.clerk.position)
        with pytest.raises(NotAllowed):
            decide_document(people.leader, unregistered, kind=Kind.FILE)

    def test_urgent_ones_are_told_at_once(self, people: Cast) -> None:
        urgent = document(people.office, urgency="hỏa tốc", created_by=people.clerk.position)
        give(people, urgent, lead(people.culture))
        assert waiting(people.unit_head, WorkItem.Kind.ACCEPT)[0].urgent
        assert Notice.objects.get(position=people.unit_head.position).urgent
        assert not Notice.objects.filter(position=people.other_head.position).exists()


class TestEnteredByTheClerk:
    def spoken(self, people: Cast, **changes: object) -> Spoken:
        values = {"leader": people.leader.position, "medium": Decision.Medium.PHONE, "on": in_days(-1)} | changes
        return Spoken(**values)  # type: ignore[arg-type]

    def test_is_named_as_such(self, people: Cast, received: OfficialDocument) -> None:
        decision = decide_document(
            people.clerk, received, kind=Kind.HANDLE, instructions=[lead(people.culture)], spoken=self.spoken(people)
        )
        assert (decision.decided_by, decision.entered_by) == (people.leader.position, people.clerk.position)
        assert (decision.medium, decision.decided_on) == (Decision.Medium.PHONE, in_days(-1))
        assert last_event(received) == "registry.decision.entered"
        assert "qua điện thoại" in slip_of(received).parts[0].lines[-1]

    def test_only_by_the_clerk_and_only_of_a_leader(self, people: Cast, received: OfficialDocument) -> None:
        with pytest.raises(NotAllowed):
            decide_document(people.coordinator, received, kind=Kind.FILE, spoken=self.spoken(people))
        for wrong in ({"leader": people.unit_head.position}, {"medium": Decision.Medium.SCREEN}, {"on": in_days(1)}):
            with pytest.raises(Refused):
                decide_document(people.clerk, received, kind=Kind.FILE, spoken=self.spoken(people, **wrong))


class TestDecidingAgain:
    def test_the_items_follow_the_decision_that_holds(self, people: Cast, received: OfficialDocument) -> None:
        give(people, received, lead(people.culture, in_days(5)), support(people.economy))
        give(people, received, lead(people.economy, in_days(4)))
        assert not waiting(people.unit_head, WorkItem.Kind.ACCEPT)
        assert [item.due for item in waiting(people.other_head, WorkItem.Kind.ACCEPT)] == [in_days(4)]
        assert received.decisions.count() == 2

    def test_a_unit_named_again_keeps_its_handler(self, people: Cast, received: OfficialDocument) -> None:
        [part] = give(people, received, lead(people.culture, in_days(5)))
        assign_handler(people.unit_head, part, handler=people.member.position)
        [kept, _new] = give(people, received, lead(people.culture, in_days(9)), support(people.economy))
        assert kept.handler == people.member.position
        assert [item.due for item in waiting(people.member, WorkItem.Kind.DO)] == [in_days(9)]

    def test_the_earlier_part_takes_no_more(self, people: Cast, received: OfficialDocument) -> None:
        [old] = give(people, received, lead(people.culture))
        give(people, received, lead(people.culture))
        with pytest.raises(Refused):
            finish_part(people.unit_head, old)


class TestTheUnit:
    def test_the_head_names_who_handles_it(self, people: Cast, received: OfficialDocument) -> None:
        [part] = give(people, received, lead(people.culture, in_days(5)))
        done = assign_handler(people.unit_head, part, handler=people.member.position, due=in_days(3))
        assert (done.handler, done.handler_due, done.handler_set_on) == (people.member.position, in_days(3), in_days(0))
        assert not waiting(people.unit_head, WorkItem.Kind.ACCEPT)
        assert [item.due for item in waiting(people.member, WorkItem.Kind.DO)] == [in_days(3)]
        assert last_event(received) == "registry.decision.handed_on"

    def test_not_after_the_leaders_deadline_nor_to_a_stranger(self, people: Cast, received: OfficialDocument) -> None:
        [part] = give(people, received, lead(people.culture, in_days(5)))
        with pytest.raises(Refused):
            assign_handler(people.unit_head, part, handler=people.member.position, due=in_days(6))
        with pytest.raises(Refused):
            assign_handler(people.unit_head, part, handler=people.other_head.position)

    @pytest.mark.parametrize("who", ["member", "other_head", "clerk", "leader"])
    def test_only_the_head_assigns(self, people: Cast, received: OfficialDocument, who: str) -> None:
        [part, *_rest] = give(people, received, lead(people.culture), support(people.economy))
        with pytest.raises(NotAllowed):
            assign_handler(getattr(people, who), part, handler=people.member.position)

    def test_the_handler_proposes(self, people: Cast, received: OfficialDocument) -> None:
        [part] = give(people, received, lead(people.culture))
        with pytest.raises(NotAllowed):
            propose_answer(people.member, part, text="Đề xuất mở chuyên mục")
        assign_handler(people.unit_head, part, handler=people.member.position)
        part.refresh_from_db()
        with pytest.raises(Refused):
            propose_answer(people.member, part, text=" ")
        done = propose_answer(people.member, part, text="Đề xuất mở chuyên mục")
        assert (done.proposal, done.proposed_on) == ("Đề xuất mở chuyên mục", in_days(0))
        assert last_event(received) == "registry.decision.proposed"

    def test_a_unit_without_a_head_acts_by_anyone_in_it(self, people: Cast, received: OfficialDocument) -> None:
        from lienthong.organisations.service import Role
        from lienthong.organisations.tests.factories import make_actor

        officer = make_actor(people.police, "Cán bộ", Role.MEMBER)
        [part] = give(people, received, lead(people.police))
        assert waiting(officer, WorkItem.Kind.ACCEPT)
        assert finish_part(officer, part).done_on == in_days(0)

    def test_done_by_the_lead_settles_the_document(self, people: Cast, received: OfficialDocument) -> None:
        [first, second] = give(people, received, lead(people.culture), support(people.economy))
        finish_part(people.other_head, second)
        received.refresh_from_db()
        assert received.state == State.IN_WORK
        finish_part(people.unit_head, first)
        received.refresh_from_db()
        assert received.state == State.DONE
        assert not WorkItem.objects.open().exists()
        assert last_event(received) == "registry.decision.part_finished"

    def test_done_twice_is_refused(self, people: Cast, received: OfficialDocument) -> None:
        [_first, second] = give(people, received, lead(people.culture), support(people.economy))
        finish_part(people.other_head, second)
        second.refresh_from_db()
        with pytest.raises(Refused):
            finish_part(people.other_head, second)

    def test_to_be_known(self, people: Cast, received: OfficialDocument) -> None:
        decision = decide_document(people.leader, received, kind=Kind.NOTE, instructions=[support(people.culture)])
        [part] = parts_of(decision)
        with pytest.raises(NotAllowed):
            note_document(people.other_head, part)
        note_document(people.unit_head, part)
        assert not waiting(people.unit_head, WorkItem.Kind.NOTE)
        assert last_event(received) == "registry.decision.noted"


class TestAnswering:
    def reply(self, people: Cast, **more: object) -> OfficialDocument:
        values = {"direction": Direction.OUTGOING, "state": State.ISSUED, "number": "77/UBND-VHXH"} | more
        return document(people.office, created_by=people.clerk.position, **values)

    def test_the_reply_settles_the_document(self, people: Cast, received: OfficialDocument) -> None:
        give(people, received, lead(people.culture))
        reply = self.reply(people)
        answer_document(people.unit_head, received, answer=reply)
        received.refresh_from_db()
        reply.refresh_from_db()
        assert (received.state, reply.answers) == (State.DONE, received)
        assert last_event(received) == "registry.document.answered"

    def test_a_supporting_units_reply_leaves_the_lead_to_do(self, people: Cast, received: OfficialDocument) -> None:
        give(people, received, lead(people.culture), support(people.economy))
        answer_document(people.other_head, received, answer=self.reply(people))
        received.refresh_from_db()
        assert received.state == State.IN_WORK
        assert waiting(people.unit_head, WorkItem.Kind.ACCEPT)

    def test_what_is_not_issued_is_no_reply(self, people: Cast, received: OfficialDocument) -> None:
        give(people, received, lead(people.culture))
        for wrong in (self.reply(people, state=State.TO_REGISTER), document(people.office), received):
            with pytest.raises(Refused):
                answer_document(people.unit_head, received, answer=wrong)
        with pytest.raises(NotAllowed):
            answer_document(people.reader, received, answer=self.reply(people))


class TestPhrases:
    def test_the_offices_own_replace_the_common_ones(self, people: Cast) -> None:
        assert len(offered_phrases(people.office)) == 3
        phrase = add_phrase(people.leader, text="Giao Phòng  VH-XH tham mưu.")
        add_phrase(people.leader, text="Giao Phòng VH-XH tham mưu.")
        assert offered_phrases(people.office) == ["Giao Phòng VH-XH tham mưu."]
        remove_phrase(people.clerk, phrase)
        assert len(offered_phrases(people.office)) == 3
        kinds = [event.kind for event in history_of(people.office)]
        assert kinds == ["registry.phrase.added", "registry.phrase.removed"]

    def test_not_for_everybody(self, people: Cast) -> None:
        with pytest.raises(NotAllowed):
            add_phrase(people.member, text="Giao")
        with pytest.raises(Refused):
            add_phrase(people.leader, text=" ")
        phrase = add_phrase(people.leader, text="Giao")
        for wrong in (people.member, cast().leader):
            with pytest.raises(NotAllowed):
                remove_phrase(wrong, phrase)


class TestSlip:
    def test_holds_the_three_parts_of_the_form(self, people: Cast, received: OfficialDocument) -> None:
        [part, _other] = give(
            people, received, lead(people.culture, in_days(5)), support(people.economy), opinion="Tham mưu kế hoạch"
        )
        assign_handler(people.unit_head, part, handler=people.member.position, due=in_days(3))
        part.refresh_from_db()
        propose_answer(people.member, part, text="Mở chuyên mục")
        slip = slip_of(received)
        leader, head, handler = ("\n".join(one.lines) for one in slip.parts)
        assert "Tham mưu kế hoạch" in leader
        assert f"Chủ trì: Phòng Văn hóa - Xã hội, thời hạn {in_days(5):%d/%m/%Y}" in leader
        assert "Phối hợp: Phòng Kinh tế" in leader
        assert f"Ngày cho ý kiến: {in_days(0):%d/%m/%Y}" in leader
        assert f"thời hạn {in_days(3):%d/%m/%Y}" in head
        assert "Mở chuyên mục" in handler

    def test_as_word_says_the_same(self, people: Cast, received: OfficialDocument) -> None:
        give(people, received, lead(people.culture), opinion="Tham mưu \x0bkế hoạch")
        made = docx.Document(io.BytesIO(as_word(slip_of(received))))
        said = "\n".join(paragraph.text for paragraph in made.paragraphs)
        for words in ("PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", "Tham mưu kế hoạch", "3. Ý kiến đề xuất", received.number):
            assert words in said
        assert made.sections[0].page_width.mm == pytest.approx(210, abs=1)

    def test_leaves_lines_for_the_hand_where_nothing_is_written(self, received: OfficialDocument) -> None:
        slip = slip_of(received)
        assert all(part.lines == [] for part in slip.parts)
        made = docx.Document(io.BytesIO(as_word(slip)))
        assert sum(paragraph.text.startswith("……") for paragraph in made.paragraphs) == 12
