"""Reviewing what was read: acts, their refusals, their events, and what other rooms get."""

from datetime import date

import pytest

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import Cast, cast, make_group
from lienthong.registry.actions.add_field import add_field
from lienthong.registry.actions.add_task import add_task
from lienthong.registry.actions.confirm_certain import confirm_certain
from lienthong.registry.actions.confirm_proposal import Answers, confirm_proposal
from lienthong.registry.actions.correct_proposal import correct_proposal
from lienthong.registry.actions.finish_review import finish_review
from lienthong.registry.actions.map_name import map_name
from lienthong.registry.actions.mark_out_of_scope import mark_out_of_scope
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.actions.reject_proposal import reject_proposal
from lienthong.registry.actions.reopen_proposal import reopen_proposal
from lienthong.registry.actions.reopen_review import reopen_review
from lienthong.registry.models import Citation, NameMapping, OfficialDocument, Proposal
from lienthong.registry.review.names import Names
from lienthong.registry.review.proposals import make_proposals
from lienthong.registry.review.sheet import sheet_of
from lienthong.registry.review.text import whole_text
from lienthong.registry.service import confirmed_outline, confirmed_tasks, source_url
from lienthong.registry.tests.reviewing import DIFFICULT_TEXT, field, task, under_review, waiting_ids

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def plan(people: Cast) -> OfficialDocument:
    return under_review(people)


@pytest.fixture
def difficult(people: Cast) -> OfficialDocument:
    return under_review(people, DIFFICULT_TEXT)


def kinds_of(document: OfficialDocument) -> list[str]:
    return [event.kind for event in history_of(document)]


class TestProposals:
    def test_what_was_read_waits_with_its_place(self, plan: OfficialDocument) -> None:
        tasks = Proposal.objects.filter(file__document=plan, kind=Proposal.Kind.TASK)
        assert tasks.count() == 19
        first = task(plan, "II.1")
        words = first.file.text[first.start : first.end]
        assert "2 tuần/1 số" in words
        assert first.value["lead"] == ["Trung tâm Dịch vụ sự nghiệp công"]
        start, end = first.value["marks"]["lead.0"]
        assert first.file.text[start:end] == "Trung tâm Dịch vụ sự nghiệp công"
        assert field(plan, "number").value == "15/KH-UBND"

    def test_reading_again_keeps_what_a_person_decided(self, people: Cast, plan: OfficialDocument) -> None:
        import vanban

        confirmed = confirm_proposal(people.coordinator, task(plan, "II.1"))
        file = confirmed.file
        count = file.proposals.count()
        make_proposals(file, vanban.read(file.text.encode(), name="van-ban.txt"))
        assert file.proposals.count() == count
        assert task(plan, "II.1").pk == confirmed.pk

    def test_an_order_to_scan_the_media_is_only_proposed_to_be_outside(self, difficult: OfficialDocument) -> None:
        scan = task(difficult, "I.1")
        assert scan.out_of_scope_proposed
        assert not scan.out_of_scope
        place = scan.value["scope"]
        assert "rà quét" in scan.file.text[place["start"] : place["end"]]
        assert not task(difficult, "I.2").out_of_scope_proposed


class TestSheet:
    def test_a_plan_with_nothing_wrong_is_all_certain(self, plan: OfficialDocument) -> None:
        sheet = sheet_of(plan)
        assert [row.value for row in sheet.uncertain] == []
        assert sum(row.is_task for row in sheet.certain) == 19

    def test_each_difficulty_is_asked_about(self, difficult: OfficialDocument) -> None:
        asked = {
            row.draft["section"]: [q.kind for q in row.questions]
            for row in sheet_of(difficult).uncertain
            if row.is_task
        }
        assert asked == {"I.1": ["scope"], "I.2": ["name"], "I.3": ["holds"], "I.4": ["starts"]}

    def test_a_rhythm_is_told_in_words(self, plan: OfficialDocument) -> None:
        rhythms = {row.draft["section"]: row.rhythm for row in sheet_of(plan).certain if row.is_task}
        assert rhythms["II.1"] == "mỗi 2 tuần 1 kỳ · 26 kỳ/năm · từ 02/01/2025 đến 31/12/2025"
        assert rhythms["II.3"].startswith("mỗi tháng 1 kỳ · phát lại 3 lần/tháng")
        assert rhythms["II.4"] == ""


class TestConfirming:
    def test_confirming_one_leaves_an_event(self, people: Cast, plan: OfficialDocument) -> None:
        done = confirm_proposal(people.coordinator, task(plan, "II.1"))
        assert done.state == Proposal.State.CONFIRMED
        assert done.decided_by == people.coordinator.position
        assert kinds_of(plan)[-1] == "registry.review.confirmed"

    @pytest.mark.parametrize("who", ["leader", "reader", "unit_head", "member", "hamlet_head", "supervisor"])
    def test_who_does_not_review_may_not(self, people: Cast, plan: OfficialDocument, who: str) -> None:
        with pytest.raises(NotAllowed):
            confirm_proposal(getattr(people, who), task(plan, "II.1"))
        assert task(plan, "II.1").state == Proposal.State.PROPOSED

    def test_twice_is_refused(self, people: Cast, plan: OfficialDocument) -> None:
        confirm_proposal(people.clerk, task(plan, "II.1"))
        with pytest.raises(Refused):
            confirm_proposal(people.clerk, task(plan, "II.1"))

    def test_an_open_question_is_refused_until_it_is_answered(self, people: Cast, difficult: OfficialDocument) -> None:
        unknown = task(difficult, "I.2")
        with pytest.raises(Refused, match="Trưởng các khu dân cư"):
            confirm_proposal(people.coordinator, unknown)
        hamlets = make_group(people.office, "Các thôn", *people.hamlets)
        answers = Answers(names={"Trưởng các khu dân cư": hamlets})
        done = confirm_proposal(people.coordinator, unknown, answers=answers)
        assert done.state == Proposal.State.CONFIRMED
        assert [one.leads for one in confirmed_tasks(difficult)] == [[hamlets]]
        assert NameMapping.objects.get(office=people.office).group == hamlets
        assert {"registry.review.name_mapped", "registry.review.confirmed"} <= set(kinds_of(difficult))

    def test_a_name_is_asked_once(self, people: Cast, difficult: OfficialDocument) -> None:
        hamlets = make_group(people.office, "Các thôn", *people.hamlets)
        map_name(people.coordinator, difficult, printed="Trưởng các khu dân cư", target=hamlets)
        again = under_review(people, DIFFICULT_TEXT.replace("40/KH-UBND", "41/KH-UBND"))
        assert all(not row.asked_names for row in sheet_of(again).uncertain)

    def test_a_body_of_another_office_is_no_answer(self, people: Cast, difficult: OfficialDocument) -> None:
        with pytest.raises(Refused):
            map_name(people.coordinator, difficult, printed="Trưởng các khu dân cư", target=cast().culture)

    @pytest.mark.parametrize("holds, frequency", [("rhythm", "2 tuần/1 số"), ("total", "50 số/năm")])
    def test_a_person_settles_which_number_holds(
        self, people: Cast, difficult: OfficialDocument, holds: str, frequency: str
    ) -> None:
        done = confirm_proposal(people.coordinator, task(difficult, "I.3"), answers=Answers(holds=holds))
        assert done.state == Proposal.State.CORRECTED
        assert confirmed_tasks(difficult)[0].frequency == frequency
        assert done.value["frequency"] == "2 tuần/1 số (50 số/năm)"

    @pytest.mark.parametrize("starts", [date(2025, 8, 28), date(2025, 1, 1)])
    def test_a_person_says_from_when_occurrences_count(
        self, people: Cast, difficult: OfficialDocument, starts: date
    ) -> None:
        confirm_proposal(people.coordinator, task(difficult, "I.4"), answers=Answers(starts=starts.isoformat()))
        assert confirmed_tasks(difficult)[0].starts_on == starts

    def test_another_start_than_the_two_offered_is_no_answer(self, people: Cast, difficult: OfficialDocument) -> None:
        with pytest.raises(Refused):
            confirm_proposal(people.coordinator, task(difficult, "I.4"), answers=Answers(starts="2020-01-01"))


class TestOutOfScope:
    def test_a_person_sets_the_mark_with_the_confirmation(self, people: Cast, difficult: OfficialDocument) -> None:
        confirm_proposal(people.coordinator, task(difficult, "I.1"), answers=Answers(scope="outside"))
        [outside] = confirmed_tasks(difficult)
        assert outside.out_of_scope
        assert outside.text.startswith("Tiến hành rà quét")
        assert "registry.review.marked_out_of_scope" in kinds_of(difficult)

    def test_or_says_that_it_is_an_ordinary_task(self, people: Cast, difficult: OfficialDocument) -> None:
        confirm_proposal(people.coordinator, task(difficult, "I.1"), answers=Answers(scope="ordinary"))
        assert not confirmed_tasks(difficult)[0].out_of_scope

    def test_any_task_may_be_marked_and_unmarked(self, people: Cast, plan: OfficialDocument) -> None:
        marked = mark_out_of_scope(people.clerk, task(plan, "II.2"), outside=True)
        assert marked.out_of_scope
        assert not mark_out_of_scope(people.clerk, marked, outside=False).out_of_scope
        assert kinds_of(plan)[-2:] == ["registry.review.marked_out_of_scope", "registry.review.unmarked_out_of_scope"]

    def test_a_field_cannot_be_marked(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(Refused):
            mark_out_of_scope(people.clerk, field(plan, "number"), outside=True)

    def test_the_leader_may_not(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(NotAllowed):
            mark_out_of_scope(people.leader, task(plan, "II.2"), outside=True)


class TestCertain:
    def test_only_what_was_seen_is_confirmed(self, people: Cast, plan: OfficialDocument) -> None:
        seen = [task(plan, "II.1").pk, task(plan, "II.2").pk]
        assert confirm_certain(people.coordinator, plan, seen=seen) == 2
        assert task(plan, "II.3").state == Proposal.State.PROPOSED
        event = history_of(plan).last()
        assert (event.kind, event.data["count"]) == ("registry.review.certain_confirmed", 2)

    def test_the_uncertain_stay_whatever_was_sent(self, people: Cast, difficult: OfficialDocument) -> None:
        confirm_certain(people.coordinator, difficult, seen=waiting_ids(difficult))
        left = Proposal.objects.filter(pk__in=waiting_ids(difficult), kind=Proposal.Kind.TASK)
        assert {one.name for one in left} == {"I.1", "I.2", "I.3", "I.4"}

    def test_nothing_of_another_document(
        self, people: Cast, plan: OfficialDocument, difficult: OfficialDocument
    ) -> None:
        assert confirm_certain(people.coordinator, plan, seen=waiting_ids(difficult)) == 0

    def test_nothing_seen_is_refused(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(Refused):
            confirm_certain(people.coordinator, plan, seen=[])

    def test_a_reader_may_not(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(NotAllowed):
            confirm_certain(people.reader, plan, seen=waiting_ids(plan))


class TestCorrecting:
    def test_a_field(self, people: Cast, plan: OfficialDocument) -> None:
        done = correct_proposal(people.clerk, field(plan, "date"), changes={"value": "3/1/2025"})
        assert (done.state, done.confirmed, done.value) == (Proposal.State.CORRECTED, "2025-01-03", "2025-01-02")
        assert kinds_of(plan)[-1] == "registry.review.corrected"

    @pytest.mark.parametrize("typed", ["30/2/2025", "hôm qua", ""])
    def test_what_is_no_date_is_refused(self, people: Cast, plan: OfficialDocument, typed: str) -> None:
        with pytest.raises(Refused):
            correct_proposal(people.clerk, field(plan, "date"), changes={"value": typed})
        assert field(plan, "date").state == Proposal.State.PROPOSED

    def test_a_task_with_other_bodies(self, people: Cast, plan: OfficialDocument) -> None:
        changes = {"lead": ["P. VHXH", ""], "support": [], "due": "15/10/2025", "product": "Tờ gấp"}
        correct_proposal(people.coordinator, task(plan, "II.5"), changes=changes)
        [done] = confirmed_tasks(plan)
        assert (done.leads, done.supports) == ([people.culture], [])
        assert (done.due, done.product) == (date(2025, 10, 15), "Tờ gấp")

    def test_an_unknown_name_keeps_the_correction_and_asks(self, people: Cast, plan: OfficialDocument) -> None:
        kept = correct_proposal(people.coordinator, task(plan, "II.5"), changes={"lead": ["Tổ công nghệ số cộng đồng"]})
        assert kept.state == Proposal.State.PROPOSED
        assert kept.confirmed["lead"] == ["Tổ công nghệ số cộng đồng"]
        assert confirmed_tasks(plan) == []

    def test_a_task_without_words_is_refused(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(Refused):
            correct_proposal(people.coordinator, task(plan, "II.5"), changes={"text": "  "})

    def test_the_leader_may_not(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(NotAllowed):
            correct_proposal(people.leader, field(plan, "place"), changes={"value": "Minh Giang"})


class TestRejecting:
    def test_and_taking_it_back(self, people: Cast, plan: OfficialDocument) -> None:
        reject_proposal(people.clerk, task(plan, "II.1"))
        assert task(plan, "II.1").state == Proposal.State.REJECTED
        reopen_proposal(people.clerk, task(plan, "II.1"))
        assert task(plan, "II.1").state == Proposal.State.PROPOSED
        assert kinds_of(plan)[-2:] == ["registry.review.rejected", "registry.review.reopened_line"]

    def test_what_waits_cannot_be_taken_back(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(Refused):
            reopen_proposal(people.clerk, task(plan, "II.1"))

    @pytest.mark.parametrize("act", [reject_proposal, reopen_proposal])
    def test_a_unit_head_may_not(self, people: Cast, plan: OfficialDocument, act: object) -> None:
        with pytest.raises(NotAllowed):
            act(people.unit_head, task(plan, "II.1"))  # type: ignore[operator]


class TestAdding:
    def test_a_missed_task_by_its_place(self, people: Cast, plan: OfficialDocument) -> None:
        text = whole_text(plan).text
        start = text.index("Nội dung truyền thông ngắn gọn")
        end = text.index(".", start)
        added = add_task(people.coordinator, plan, text=text[start:end], start=start, end=end)
        assert (added.start, added.end) == (start, end)
        done = correct_proposal(people.coordinator, added, changes={"lead": ["Phòng Kinh tế"]})
        assert done.state == Proposal.State.CORRECTED
        assert "registry.review.task_added" in kinds_of(plan)

    def test_by_its_words_alone(self, people: Cast, plan: OfficialDocument) -> None:
        added = add_task(people.clerk, plan, text="Nội dung truyền thông ngắn gọn,   dễ hiểu", start=1, end=9)
        assert added.file.text[added.start : added.end] == "Nội dung truyền thông ngắn gọn, dễ hiểu"

    def test_words_that_stand_nowhere_have_no_place(self, people: Cast, plan: OfficialDocument) -> None:
        assert add_task(people.clerk, plan, text="Việc nói miệng").start is None

    def test_an_order_against_speech_is_proposed_here_too(self, people: Cast, plan: OfficialDocument) -> None:
        assert add_task(people.clerk, plan, text="Bóc gỡ các bài viết trái chiều").out_of_scope_proposed

    def test_no_words_are_refused(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(Refused):
            add_task(people.clerk, plan, text=" ")

    def test_a_missed_field(self, people: Cast, plan: OfficialDocument) -> None:
        added = add_field(people.clerk, plan, name="urgency", value="Hoả tốc")
        assert (added.state, added.confirmed) == (Proposal.State.CORRECTED, "hỏa tốc")
        with pytest.raises(Refused):
            add_field(people.clerk, plan, name="urgency", value="Khẩn")

    def test_a_reader_may_not(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(NotAllowed):
            add_task(people.reader, plan, text="Nội dung truyền thông")
        with pytest.raises(NotAllowed):
            add_field(people.reader, plan, name="urgency", value="khẩn")


class TestFinishing:
    def registered(self, people: Cast, plan: OfficialDocument) -> OfficialDocument:
        return register_incoming(people.clerk, plan, arrived_on=date(2025, 1, 6))

    def test_closes_the_work_item_and_keeps_citations(self, people: Cast, plan: OfficialDocument) -> None:
        plan = self.registered(people, plan)
        waiting = WorkItem.objects.visible_to(people.coordinator).open().filter(kind=WorkItem.Kind.REVIEW)
        assert waiting.count() == 1
        confirm_certain(people.coordinator, plan, seen=waiting_ids(plan))
        done = finish_review(people.coordinator, plan)
        assert done.reviewed_at is not None
        assert not waiting.exists()
        assert [citation.number for citation in Citation.objects.filter(document=plan)] == ["82/KH-UBND"]
        assert len(confirmed_tasks(plan)) == 19
        assert kinds_of(plan)[-1] == "registry.review.finished"

    def test_writes_confirmed_fields_onto_the_document(self, people: Cast, plan: OfficialDocument) -> None:
        plan = self.registered(people, plan)
        correct_proposal(people.clerk, field(plan, "subject"), changes={"value": "Truyền thông chuyển đổi số"})
        confirm_certain(people.clerk, plan, seen=waiting_ids(plan))
        assert finish_review(people.clerk, plan).subject == "Truyền thông chuyển đổi số"

    def test_what_waits_is_refused(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(Refused, match="dòng chưa duyệt"):
            finish_review(people.coordinator, plan)

    def test_a_finished_review_takes_no_more_until_it_is_opened_again(
        self, people: Cast, plan: OfficialDocument
    ) -> None:
        confirm_certain(people.coordinator, plan, seen=waiting_ids(plan))
        finish_review(people.coordinator, plan)
        plan.refresh_from_db()
        with pytest.raises(Refused):
            reopen_proposal(people.coordinator, task(plan, "II.1"))
        reopen_review(people.coordinator, plan)
        assert reopen_proposal(people.coordinator, task(plan, "II.1")).state == Proposal.State.PROPOSED

    def test_the_leader_may_not(self, people: Cast, plan: OfficialDocument) -> None:
        with pytest.raises(NotAllowed):
            finish_review(people.leader, plan)
        with pytest.raises(NotAllowed):
            reopen_review(people.leader, plan)


class TestWhatOtherRoomsGet:
    def test_tasks_with_their_headings_and_bodies(self, people: Cast, plan: OfficialDocument) -> None:
        confirm_certain(people.coordinator, plan, seen=waiting_ids(plan))
        first = confirmed_tasks(plan)[0]
        assert (first.label, first.section_titles) == ("II.1", ["NHIỆM VỤ"])
        assert (first.leads, first.supports) == ([people.service_centre], [people.culture])
        assert first.frequency == "2 tuần/1 số (26 số/năm)"
        assert whole_text(plan).text[first.start : first.end].startswith("1. Mở chuyên mục") or whole_text(plan).text[
            first.start : first.end
        ].startswith("Mở chuyên mục")

    def test_nothing_that_was_only_proposed_or_dropped(self, people: Cast, plan: OfficialDocument) -> None:
        reject_proposal(people.clerk, task(plan, "II.1"))
        confirm_proposal(people.clerk, task(plan, "II.2"))
        assert [one.label for one in confirmed_tasks(plan)] == ["II.2"]

    def test_the_outline_and_the_place_of_a_task(self, plan: OfficialDocument) -> None:
        assert [(one.path, one.title) for one in confirmed_outline(plan)] == [
            ("I", "MỤC ĐÍCH, YÊU CẦU"), ("II", "NHIỆM VỤ"), ("III", "TỔ CHỨC THỰC HIỆN"),
        ]  # fmt: skip
        assert source_url(plan, 3, 9) == f"/noi-bo/van-ban/{plan.pk}/?doan=3-9#doan"
        assert source_url(plan, None, None) == f"/noi-bo/van-ban/{plan.pk}/"


def test_a_body_of_another_level_is_not_put_into_the_question():
    people = cast()
    names = Names(people.office, date(2025, 9, 1))
    assert names.target("Công an tỉnh") is None
    assert names.likely("Công an tỉnh") is None
    assert names.likely("Ủy ban nhân dân các xã, phường") == people.office
