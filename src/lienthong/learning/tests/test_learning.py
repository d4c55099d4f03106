"""Lessons from their writer to people who learn, on a phone or in a meeting, and numbers that name nobody."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from lienthong.audit.service import Event
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.gate.service import Verdict
from lienthong.gate.tests.factories import arriving
from lienthong.inbox.service import WorkItem
from lienthong.learning.actions.approve_lesson import approve_lesson
from lienthong.learning.actions.end_lesson import end_lesson
from lienthong.learning.actions.enter_group_result import enter_group_result
from lienthong.learning.actions.retire_question import retire_question
from lienthong.learning.actions.return_lesson import return_lesson
from lienthong.learning.actions.submit_lesson import submit_lesson
from lienthong.learning.actions.take_quiz import take_quiz
from lienthong.learning.actions.withdraw_lesson import withdraw_lesson
from lienthong.learning.actions.write_lesson import write_lesson
from lienthong.learning.actions.write_question import write_question
from lienthong.learning.holding import by_lesson, by_place
from lienthong.learning.models import BankQuestion, GroupResult, Lesson, QuizResult
from lienthong.learning.tests.factories import QUESTION, WORDS, let_out, make_lesson, make_public, make_question
from lienthong.learning.tokens import ANSWERS, code_of_result
from lienthong.organisations.service import Actor, Role, abilities_for
from lienthong.organisations.tests.factories import PositionFactory, cast, sign_in

pytestmark = pytest.mark.django_db
S = Lesson.State


class Site:
    """The open site of one office, as the portal would find it."""

    def __init__(self, office):
        self.office, self.office_id = office, office.pk


@pytest.fixture
def people(monkeypatch):
    found = cast()
    monkeypatch.setattr("lienthong.core.public._sites", [lambda request: Site(found.office)])
    return found


def test_a_lesson_is_public_only_as_another_person_approved_it(people):
    lesson = submit_lesson(people.member, make_lesson(people))
    assert not Lesson.objects.public(people.office.pk).exists()
    leading = PositionFactory(user=people.member.user, body=people.office, role=Role.LEADER)
    with pytest.raises(Refused, match="sửa sau cùng"):
        approve_lesson(Actor(people.member.user, leading), lesson, seen=lesson.edits)
    for actor in (people.unit_head, people.hamlet_head, people.supervisor, cast().leader):
        with pytest.raises(NotAllowed):
            approve_lesson(actor, lesson, seen=lesson.edits)
    with pytest.raises(Refused, match="đã đổi"):
        approve_lesson(people.leader, lesson, seen=lesson.edits + 1)
    approved = approve_lesson(people.leader, lesson, seen=lesson.edits)
    assert (approved.state, approved.approved_by) == (S.APPROVED, people.leader.position)
    assert not WorkItem.objects.open().exists()


def test_what_was_approved_stays_when_the_bank_changes(people):
    lesson = make_public(people)
    before = (lesson.quiz, lesson.hash)
    question = BankQuestion.objects.first()
    write_question(people.member, question, **QUESTION | {"text": "Câu khác hẳn?", "options": "* Một\nHai"})
    retire_question(people.member, question)
    lesson.refresh_from_db()
    assert (lesson.quiz, lesson.hash) == before


def test_a_next_version_replaces_the_one_before_when_it_is_approved(people, client):
    first = make_public(people)
    questions = list(BankQuestion.objects.all())
    second = write_lesson(people.member, first, **WORDS | {"title": "Bản mới", "questions": questions})
    with pytest.raises(NotAllowed):
        write_lesson(people.coordinator, first, **WORDS | {"questions": questions})
    assert [lesson.title for lesson in Lesson.objects.public(people.office.pk)] == [WORDS["title"]]
    let_out(second, people.member, people.leader)
    assert [lesson.title for lesson in Lesson.objects.public(people.office.pk)] == ["Bản mới"]
    assert client.get(reverse("learning_lesson", args=[first.pk])).url == reverse("learning_lesson", args=[second.pk])
    first.refresh_from_db()
    assert take_quiz(first, {}, arriving()).right == 0


def test_returned_withdrawn_and_ended(people, client):
    lesson = submit_lesson(people.member, make_lesson(people))
    withdraw_lesson(people.member, lesson)
    submit_lesson(people.member, lesson)
    with pytest.raises(Refused, match="lý do"):
        return_lesson(people.leader, lesson, reason=" ")
    return_lesson(people.leader, lesson, reason="Thiếu ví dụ")
    assert WorkItem.objects.open().get().position == people.member.position
    lesson = let_out(lesson, people.member, people.leader)
    end_lesson(people.leader, lesson, reason="Đã cũ")
    assert client.get(reverse("learning_lesson", args=[lesson.pk])).status_code == 404


@pytest.mark.parametrize(
    "options", ["Chỉ một", "Hai\nBa", "* Hai\n* Ba", "* Hai\nHai", "* \nBa", "*1\n2\n3\n4\n5\n6\n7"]
)
def test_a_question_has_answers_of_which_one_is_right(people, options):
    with pytest.raises(Refused) as refused:
        make_question(people.member, options=options)
    assert refused.value.field == "options"


@pytest.mark.parametrize(
    ("values", "field"), [({"to_pass": 3}, "to_pass"), ({"questions": []}, "questions"), ({"body": " "}, "body")]
)
def test_a_lesson_is_whole(people, values, field):
    with pytest.raises(Refused) as refused:
        make_lesson(people, **values)
    assert refused.value.field == field


def test_two_who_write_at_once_lose_nothing(people):
    lesson = make_lesson(people)
    questions = list(BankQuestion.objects.all())
    write_lesson(people.coordinator, lesson, **WORDS | {"questions": questions, "seen": lesson.edits})
    with pytest.raises(Refused, match="Người khác vừa sửa"):
        write_lesson(people.member, lesson, **WORDS | {"questions": questions, "seen": lesson.edits})


def answered(client, lesson, *chosen):
    page = client.get(reverse("learning_quiz", args=[lesson.pk]))
    said = {f"cau-{n}": each for n, each in enumerate(chosen)} | {"token": page.context["token"]}
    return client.post(reverse("learning_quiz", args=[lesson.pk]), said), said


def test_search_engines_read_what_a_lesson_teaches(people, client):
    page = client.get(reverse("learning_lesson", args=[make_public(people).pk])).text
    assert '"@type": "LearningResource"' in page
    assert '"timeRequired": "PT5M"' in page
    assert f'name="description" content="{WORDS["lead"]}"' in page


def test_somebody_learns_answers_and_prints_a_certificate_without_an_account(people, client):
    lesson = make_public(people)
    assert WORDS["title"] in client.get(reverse("learning_all")).text
    assert "Kẻ xấu hỏi mã OTP." in client.get(reverse("learning_lesson", args=[lesson.pk])).text
    result, said = answered(client, lesson, "1", "0")
    assert "Đúng 1/2 câu" in result.text
    assert QUESTION["explanation"] in result.text
    client.post(reverse("learning_quiz", args=[lesson.pk]), said)
    row = QuizResult.objects.get()
    assert (row.right, row.total, row.passed) == (1, 2, True)
    url = reverse("learning_certificate", args=[row.token])
    assert "họ và tên" in client.post(url, {"name": " "}).text
    made = client.post(url, {"name": "Nguyễn Văn A <b>*#"})
    with pypdfium2.PdfDocument(io.BytesIO(made.content)) as document:
        text = document[0].get_textpage().get_text_range()
    assert "Nguyễn Văn A <b>*#" in text
    checked = client.get(reverse("learning_check", args=[code_of_result(row)]))
    assert "Chứng nhận đúng" in checked.text
    for code in ("la", "1.la", code_of_result(row) + "x"):
        assert client.get(reverse("learning_check", args=[code])).status_code == 404


def test_no_certificate_without_passing_nor_without_end(people, client):
    lesson = make_public(people)
    answered(client, lesson, "0", "0")
    assert client.get(reverse("learning_certificate", args=[QuizResult.objects.get().token])).status_code == 404
    row = take_quiz(lesson, {"0": "1"}, arriving())
    QuizResult.objects.filter(pk=row.pk).update(drawn=5)
    assert (
        "đã tải 5 lần" in client.post(reverse("learning_certificate", args=[row.token]), {"name": "Nguyễn Văn A"}).text
    )


def test_nothing_that_names_a_person_is_stored(people, client):
    lesson = make_public(people)
    answered(client, lesson, "1", "1")
    client.post(reverse("learning_certificate", args=[QuizResult.objects.get().token]), {"name": "Tên Rất Riêng"})
    events = Event.objects.count()
    answered(client, lesson, "1", "1")
    assert Event.objects.count() == events
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert not any("Rất Riêng" in str(value) for row in cursor.fetchall() for value in row), table


@pytest.mark.parametrize("token", ["la", "1-2.3.4", "of another lesson"])
def test_a_page_that_is_not_ours_counts_nothing_until_the_sum_is_answered(people, client, token):
    lesson, other = make_public(people), make_public(people, title="Khác")
    url = reverse("learning_quiz", args=[lesson.pk])
    if token == "of another lesson":
        token = client.get(reverse("learning_quiz", args=[other.pk])).context["token"]
    said = {"cau-0": "1", "cau-1": "1", "token": token}
    page = client.post(url, said)
    assert "không phải là máy" in page.text
    assert not QuizResult.objects.exists()
    said |= {"token": page.context["token"], "sum": str(sum(page.context["sum"]))}
    assert "chứng nhận" in client.post(url, said).text
    assert QuizResult.objects.count() == 1


def test_a_program_at_one_address_is_held_and_a_hall_is_not(people, monkeypatch):
    lesson = make_public(people)
    monkeypatch.setattr(
        "lienthong.learning.actions.take_quiz.ANSWERS", replace(ANSWERS, straight_from_one=3, most_from_one=5)
    )
    said = [take_quiz(lesson, {"0": "1"}, arriving(address="a")) for _number in range(4)]
    assert said[3] is Verdict.ASK
    said = [take_quiz(lesson, {"0": "1"}, arriving(address="a", answered=True)) for _number in range(3)]
    assert said[2] is Verdict.LATER
    assert QuizResult.objects.count() == 5
    assert isinstance(take_quiz(lesson, {"0": "1"}, arriving(address="b")), QuizResult)


def test_what_was_chosen_stays_when_an_answer_is_missing(people, client):
    lesson = make_public(people)
    page, said = answered(client, lesson, "1")
    assert "Còn 1 câu chưa trả lời" in page.text
    assert 'value="1" checked' in page.text
    assert page.context["token"] == said["token"]


def test_a_meeting_with_one_phone_and_paper(people, client):
    lesson = make_public(people)
    given = {"held_on": timezone.localdate(), "people": 30, "passed": 24}
    hamlet, other = people.hamlets[0], people.hamlets[1]
    enter_group_result(people.hamlet_head, lesson, place=hamlet, **given)
    enter_group_result(people.hamlet_head, lesson, place=hamlet, **given | {"passed": 25})
    assert GroupResult.objects.get().passed == 25
    with pytest.raises(NotAllowed):
        enter_group_result(people.hamlet_head, lesson, place=other, **given)
    with pytest.raises(Refused, match="quá số người dự"):
        enter_group_result(people.member, lesson, place=other, **given | {"passed": 31})
    enter_group_result(people.member, lesson, place=other, **given)
    take_quiz(lesson, {"0": "1"}, arriving())
    (row,) = by_lesson(people.member)
    assert (row.online, row.online_passed, row.meetings, row.people, row.passed) == (1, 1, 2, 60, 49)
    assert [(row.label, row.people) for row in by_place(people.leader)] == [("Thôn 1", 30), ("Thôn 2", 30)]
    assert by_lesson(cast().member) == []
    sign_in(client, people.hamlet_head)
    printed = client.get(reverse("learning:sheet", args=[lesson.pk]))
    with pypdfium2.PdfDocument(io.BytesIO(printed.content)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert "Dập máy, gọi Công an xã" in pages[0]
    assert QUESTION["explanation"] not in pages[0]
    assert QUESTION["explanation"] in pages[1]
    for name in ("lessons", "results"):
        assert client.get(reverse(f"learning:{name}")).status_code == 200
    sent = {"place": hamlet.pk, "held_on": "2026-01-05", "people": "12", "passed": "13"}
    refused = client.post(reverse("learning:enter", args=[lesson.pk]), sent)
    assert "quá số người dự" in refused.text
    assert 'value="12"' in refused.text
    done = client.post(reverse("learning:enter", args=[lesson.pk]), sent | {"passed": "12"}, follow=True)
    assert "Đã ghi kết quả buổi học." in done.text


def test_the_desk_writes_asks_and_lets_out(people, client):
    sign_in(client, people.member)
    sent = QUESTION | {"options": "Không có dấu sao\nHai"}
    assert "dấu * trước câu đúng" in client.post(reverse("learning:new_question"), sent).text
    assert "An toàn trên mạng" in client.post(reverse("learning:new_question"), QUESTION, follow=True).text
    question = BankQuestion.objects.get()
    assert "* Dập máy" in client.get(reverse("learning:edit_question", args=[question.pk])).text
    wrong = client.post(reverse("learning:new_lesson"), WORDS | {"questions": [question.pk], "to_pass": 4})
    assert "từ 1 đến số câu hỏi" in wrong.text
    assert "Kẻ xấu giục làm ngay." in wrong.text
    saved = client.post(reverse("learning:new_lesson"), WORDS | {"questions": [question.pk]}, follow=True)
    assert "Đang viết" in saved.text
    lesson = Lesson.objects.get()
    assert "checked" in client.get(reverse("learning:edit_lesson", args=[lesson.pk])).text
    client.post(reverse("learning:step", args=[lesson.pk, "trinh"]))
    sign_in(client, people.leader)
    done = client.post(reverse("learning:step", args=[lesson.pk, "duyet"]), {"seen": lesson.edits}, follow=True)
    assert "Đã duyệt công khai." in done.text


def test_abilities_agree_with_lists(people):
    other = cast()
    public = make_public(people)
    result = take_quiz(public, {}, arriving())
    group = enter_group_result(
        people.member, public, place=people.hamlets[0], held_on=timezone.localdate(), people=3, passed=1
    )
    things = (public, make_lesson(people), BankQuestion.objects.first(), result, group)
    for commune in (people, other):
        for name in ("clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader",
                     "supervisor", "administrator"):  # fmt: skip
            actor = getattr(commune, name)
            for thing in things:
                listed = type(thing).objects.visible_to(actor).filter(pk=thing.pk).exists()
                assert abilities_for(actor, thing).see == listed, (name, thing)
