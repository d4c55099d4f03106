"""A supervisor asks about what he reads, and changes nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import Notice, WorkItem
from lienthong.inspections.actions.answer_question import answer_question
from lienthong.inspections.actions.ask_question import ask_question
from lienthong.inspections.models import Question
from lienthong.inspections.tests.factories import in_days, make_question, make_started
from lienthong.organisations.service import Role, abilities_for
from lienthong.organisations.tests.factories import Cast, cast, make_actor, sign_in
from lienthong.plans.service import Assignment, Plan
from lienthong.plans.tests.factories import make_assignment, make_plan

ROLES = [
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
]  # fmt: skip


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


@pytest.fixture
def plan(people: Cast) -> Plan:
    return make_plan(people)


@pytest.fixture
def task(people: Cast, plan: Plan) -> Assignment:
    return make_assignment(people, plan, leads=[people.economy], supports=[])


def waiting(question: Question) -> list[WorkItem]:
    return list(WorkItem.objects.open().filter(subject=key_of(question)))


class TestAsking:
    @pytest.mark.parametrize("role", [role for role in ROLES if role != "supervisor"])
    def test_only_a_supervisor_asks(self, people: Cast, plan: Plan, role: str) -> None:
        with pytest.raises(NotAllowed):
            ask_question(getattr(people, role), plan, text="Vì sao?", answer_by=in_days(3))

    def test_only_about_what_he_was_given(self, people: Cast, plan: Plan, task: Assignment) -> None:
        stranger = make_actor(people.culture, "Ủy viên Mặt trận", Role.SUPERVISOR)
        for actor in (stranger, cast().supervisor):
            for subject in (plan, task, make_started(people).inspection):
                with pytest.raises(NotAllowed):
                    ask_question(actor, subject, text="Vì sao?", answer_by=in_days(3))

    def test_it_waits_for_the_unit_that_leads_until_the_day(self, people: Cast, task: Assignment) -> None:
        question = make_question(people, task, body=people.economy)
        (item,) = waiting(question)
        assert (item.body, item.role, item.due, item.kind) == (people.economy, "unit_head", in_days(5), "answer")
        for actor in (people.coordinator, people.leader, people.unit_head, people.supervisor):
            with pytest.raises(NotAllowed):
                answer_question(actor, question, text="Không được hỏi tôi")
        answer_question(people.other_head, question, text="Đã phát bù ngày 2/8")
        assert not waiting(question)

    def test_without_a_unit_it_waits_for_the_coordinator(self, people: Cast, plan: Plan) -> None:
        question = make_question(people, plan)
        (item,) = waiting(question)
        assert item.position == people.coordinator.position
        with pytest.raises(NotAllowed):
            answer_question(people.other_head, question, text="Không được hỏi tôi")
        answer_question(people.leader, question, text="Đã chỉ đạo khắc phục")
        with pytest.raises(Refused):
            answer_question(people.coordinator, question, text="Lần nữa")

    def test_the_answer_is_shown_to_who_asked(self, people: Cast, plan: Plan, client: Client) -> None:
        question = make_question(people, plan)
        answer_question(people.coordinator, question, text="Đã phát bù ngày 2/8")
        notice = Notice.objects.get(position=people.supervisor.own_position)
        assert "Đã phát bù ngày 2/8" in sign_in(client, people.supervisor).get(notice.url).content.decode()

    def test_what_cannot_be_is_refused(self, people: Cast, task: Assignment) -> None:
        for values, match in (
            ({"text": " ", "answer_by": in_days(2)}, "câu hỏi"),
            ({"text": "Vì sao?", "answer_by": in_days(-1)}, "đã qua"),
            ({"text": "Vì sao?", "answer_by": in_days(2), "body": people.culture}, "không có phần"),
        ):
            with pytest.raises(Refused, match=match):
                ask_question(people.supervisor, task, **values)  # type: ignore[arg-type]
        with pytest.raises(Refused, match="nội dung trả lời"):
            answer_question(people.coordinator, make_question(people, task), text=" ")

    @pytest.mark.parametrize("role", ROLES)
    def test_rights_and_list_agree(self, people: Cast, task: Assignment, role: str) -> None:
        question, actor = make_question(people, task, body=people.economy), getattr(people, role)
        seen = Question.objects.visible_to(actor).filter(pk=question.pk).exists()
        assert abilities_for(actor, question).see == seen
        assert seen == (role not in ("hamlet_head", "administrator"))

    def test_another_body_s_supervisor_does_not_read_it(self, people: Cast, plan: Plan) -> None:
        question = make_question(people, plan)
        for other in (make_actor(people.office, "Ủy viên", Role.SUPERVISOR), cast().supervisor):
            assert not abilities_for(other, question).see


class TestPages:
    def test_asked_and_answered_on_the_screen(self, people: Cast, task: Assignment, client: Client) -> None:
        desk = sign_in(client, people.supervisor)
        page = desk.get(reverse("plans:assignment", args=[task.pk])).content.decode()
        address = reverse("inspections:ask", args=["nhiem-vu", task.pk])
        assert address in page
        kept = desk.post(address, {"text": "Vì sao chậm?", "answer_by": str(in_days(-3))})
        assert (kept.status_code, "Vì sao chậm?" in kept.content.decode()) == (200, True)
        desk.post(address, {"text": "Vì sao chậm?", "answer_by": str(in_days(3)), "body": people.economy.pk})
        question = Question.objects.get()
        address = reverse("inspections:question", args=[question.pk])
        assert desk.post(address, {"text": "tự trả lời"}).status_code == 404
        unit = sign_in(client, people.other_head)
        assert unit.post(address, {"text": " "}).status_code == 200
        assert unit.post(address, {"text": "Đã xong"}).status_code == 302
        assert "Đã xong" in sign_in(client, people.supervisor).get(address).content.decode()

    def test_others_have_no_such_page(self, people: Cast, task: Assignment, client: Client) -> None:
        desk = sign_in(client, people.coordinator)
        assert desk.get(reverse("inspections:ask", args=["nhiem-vu", task.pk])).status_code == 404
        assert desk.get(reverse("inspections:ask", args=["van-ban", task.pk])).status_code == 404
