"""Corrections of claims, from the question to what is frozen."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.corrections import concerns
from lienthong.corrections.actions.answer_question import answer_question
from lienthong.corrections.actions.ask_question import ask_question
from lienthong.corrections.actions.close_question import close_question
from lienthong.corrections.actions.drop_correction import drop_correction
from lienthong.corrections.actions.end_correction import end_correction
from lienthong.corrections.actions.publish_correction import publish_correction
from lienthong.corrections.actions.return_correction import return_correction
from lienthong.corrections.actions.send_to_feedback import send_to_feedback
from lienthong.corrections.actions.submit_correction import submit_correction
from lienthong.corrections.actions.take_back_correction import take_back_correction
from lienthong.corrections.actions.write_claim import write_claim
from lienthong.corrections.concerns import ConcernSource
from lienthong.corrections.jobs import KEPT, forget_words
from lienthong.corrections.models import ClaimQuestion, Concern, Correction
from lienthong.corrections.noting import hash_of, is_intact
from lienthong.corrections.refusing import IsFeedback
from lienthong.corrections.tests.factories import (
    ABOUT,
    CLAIM,
    TEXT,
    VALUES,
    make_claim,
    make_published,
    make_question,
    make_submitted_claim,
)
from lienthong.feedback.service import FeedbackCase
from lienthong.gate.service import WORDS, Verdict
from lienthong.gate.tests.factories import arriving
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


def waiting(thing):
    return WorkItem.objects.filter(subject=key_of(thing), closed_at=None)


def test_another_than_the_last_editor_publishes_exactly_what_he_read(people):
    correction = make_submitted_claim(people)
    assert {item.position for item in waiting(correction)} == {people.leader.position, people.coordinator.position}
    with pytest.raises(Refused, match="đã đổi"):
        publish_correction(people.leader, correction, seen=correction.edits + 1)
    published = publish_correction(people.leader, correction, seen=correction.edits)
    assert (published.state, published.printed) == ("published", f"01/{timezone.localdate().year}")
    assert published.approved_by == people.leader.position
    assert not waiting(published).exists()
    note = json.loads(published.frozen)
    assert (note["claim"], note["number"], note["approved_by"]) == (
        CLAIM, published.printed, str(people.leader.position),
    )  # fmt: skip
    assert published.hash == hash_of(published.frozen)
    assert is_intact(published)


def test_the_last_editor_never_publishes(people):
    correction = write_claim(people.leader, None, values=VALUES)
    submit_correction(people.leader, correction)
    assert people.leader.position not in {item.position for item in waiting(correction)}
    with pytest.raises(Refused, match="sửa sau cùng"):
        publish_correction(people.leader, correction, seen=correction.edits)
    with pytest.raises(NotAllowed):
        publish_correction(people.member, correction, seen=correction.edits)


def test_numbers_run_without_a_gap_by_office_and_year(people):
    numbers = [make_published(people, claim=f"Điều thứ {n}.").number for n in range(3)]
    refused = make_submitted_claim(people)
    with pytest.raises(Refused):
        publish_correction(people.leader, refused, seen=None)
    numbers.append(publish_correction(people.leader, refused, seen=refused.edits).number)
    assert numbers == [1, 2, 3, 4]
    assert make_published(cast()).number == 1


def test_what_was_published_never_changes(people):
    published = make_published(people)
    published.truth = "Khác."
    with pytest.raises(ValueError, match="never changes"):
        published.save()
    with pytest.raises(ValueError, match="never changes"):
        published.save(update_fields=["truth"])
    with pytest.raises(Refused, match="không sửa được"):
        write_claim(people.member, published, values=VALUES, seen=published.edits)
    Correction.objects.filter(pk=published.pk).update(frozen=published.frozen.replace("200.000", "300.000"))
    published.refresh_from_db()
    assert not is_intact(published)


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"claim": ""}, "claim", "bằng lời của cơ quan"),
        ({"claim": "Xem https://facebook.com/ai.do nói phải nộp tiền."}, "claim", "trang cá nhân"),
        ({"truth": ""}, "truth", "thông tin chính thức"),
        ({"truth": "Gọi 0912 345 678."}, "truth", "số điện thoại"),
        ({"label": "maybe"}, "label", "kết luận"),
        ({"passages": []}, "source_1", "ít nhất một đoạn"),
        ({"passages": [{"source": "Luật", "quote": ""}]}, "quote_1", "chép đoạn"),
        ({"passages": [{"source": "", "quote": "Lời"}]}, "source_1", "văn bản nào"),
        ({"passages": [{"source": "facebook.com/a", "quote": "Lời"}]}, "source_1", "văn bản chính thức"),
        ({"scam_places": "ten-mien.com"}, "scam_places", "lừa đảo"),
    ],
)
def test_what_is_missing_or_points_to_a_person_is_said_beside_its_field(people, changed, field, words):
    with pytest.raises(Refused, match=words) as refused:
        make_claim(people, **changed)
    assert refused.value.field == field
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"claim": "Cán bộ xã nhận tiền mới làm giấy khai sinh."},
        {"concern": "", "concern_name": ""},
        {"concern_name": ""},
        {"concern": "scam", "concern_name": "Thái độ của cán bộ một cửa"},
    ],
)
def test_a_complaint_about_an_officer_or_one_about_nothing_official_is_no_claim(people, changed):
    with pytest.raises(IsFeedback, match="phản ánh"):
        make_claim(people, **changed)
    assert not Correction.objects.exists()


def test_a_thing_of_a_room_above_can_be_chosen_by_its_key(people, monkeypatch):
    monkeypatch.setattr(concerns, "_sources", {})
    source = ConcernSource(Concern.PROCEDURE, lambda _office: [("a.b:1", "Khai sinh")], lambda key: f"/{key}/")
    concerns.register_concern(source)
    correction = make_claim(people, concern="", concern_name="", concern_key="a.b:1")
    assert (correction.concern, correction.heading) == ("procedure", "Khai sinh")
    assert concerns.url_of("procedure", "a.b:1") == "/a.b:1/"
    with pytest.raises(IsFeedback):
        make_claim(people, concern="", concern_name="", concern_key="a.b:2")


def test_a_scam_is_kept_disarmed(people):
    correction = make_published(
        people, label="scam", concern="scam", concern_name="Giả cơ quan thuế", scam_places="https://thue-gia.com/a"
    )
    assert correction.scam_places == ["hxxps://thue-gia[.]com/a"]
    assert "https://thue-gia.com" not in correction.frozen


def test_it_is_returned_mended_taken_back_and_dropped(people):
    correction = make_submitted_claim(people)
    with pytest.raises(Refused, match="lý do"):
        return_correction(people.leader, correction, reason=" ")
    return_correction(people.leader, correction, reason="Ghi rõ điều luật.")
    assert waiting(correction).get().position == people.member.position
    correction = write_claim(people.member, correction, values=VALUES, seen=1)
    with pytest.raises(Refused, match="vừa sửa"):
        write_claim(people.unit_head, correction, values=VALUES, seen=1)
    submit_correction(people.member, correction)
    take_back_correction(people.member, correction)
    dropped = drop_correction(people.member, correction, reason="Không cần nữa.")
    assert (dropped.state, dropped.number) == ("dropped", None)
    with pytest.raises(Refused):
        submit_correction(people.member, dropped)


def test_a_later_one_replaces_and_a_wrong_one_is_withdrawn_and_both_stay(people):
    first = make_published(people)
    with pytest.raises(Refused, match="đang công bố"):
        make_claim(people, replaces=make_claim(people))
    second = make_submitted_claim(people, replaces=first, truth="Cấp lần đầu và đổi đều không thu lệ phí.")
    with pytest.raises(Refused, match="Đã có bản thay"):
        make_claim(people, replaces=first)
    second = publish_correction(people.leader, second, seen=second.edits)
    first.refresh_from_db()
    assert (first.state, first.replaced_by, is_intact(first)) == ("replaced", second, True)
    with pytest.raises(NotAllowed):
        end_correction(people.member, second, reason="Sai.")
    end_correction(people.leader, second, reason="Luật đã đổi.")
    office = people.office.pk
    assert list(Correction.objects.published(office)) == []
    assert list(Correction.objects.readable(office)) == [second, first]


def test_another_replacement_may_be_begun_when_the_first_was_dropped(people):
    first = make_published(people)
    drop_correction(people.member, make_claim(people, replaces=first), reason="Thôi.")
    assert make_claim(people, replaces=first).replaces == first


def test_a_question_waits_for_the_coordinator_and_is_answered_by_what_is_published(people):
    question = make_question(people)
    assert [item.position for item in waiting(question)] == [people.coordinator.position]
    correction = write_claim(people.coordinator, None, values=VALUES, question=question)
    question.refresh_from_db()
    assert (question.state, question.answer) == ("waiting", correction)
    submit_correction(people.coordinator, correction)
    publish_correction(people.leader, correction, seen=correction.edits)
    question.refresh_from_db()
    assert (question.state, question.settled_by) == ("answered", people.leader.position)
    assert not waiting(question).exists()
    with pytest.raises(Refused):
        answer_question(people.coordinator, question, correction=correction)


def test_a_question_is_answered_by_one_that_is_there(people):
    question, other = make_question(people), make_submitted_claim(people)
    with pytest.raises(Refused, match="đang công bố"):
        answer_question(people.clerk, question, correction=other)
    with pytest.raises(Refused, match="đang công bố"):
        answer_question(people.clerk, question, correction=make_published(cast()))
    with pytest.raises(NotAllowed):
        answer_question(people.member, question, correction=other)
    answered = answer_question(people.clerk, question, correction=make_published(people))
    assert answered.state == "answered"


def test_a_dropped_answer_leaves_the_question_waiting(people):
    question = make_question(people)
    correction = write_claim(people.coordinator, None, values=VALUES, question=question)
    drop_correction(people.coordinator, correction, reason="Có bản khác.")
    question.refresh_from_db()
    assert (question.state, question.answer) == ("waiting", None)


def test_a_question_becomes_a_real_case_and_its_words_go_over(people):
    question = make_question(people, text="Ở xã mình đường thôn bao giờ sửa?")
    with pytest.raises(NotAllowed):
        send_to_feedback(people.member, question)
    case = send_to_feedback(people.coordinator, question)
    question.refresh_from_db()
    assert FeedbackCase.objects.get() == case
    assert case.said.startswith("Ở xã mình đường thôn bao giờ sửa?")
    assert (question.state, question.case_code, question.text, question.about) == ("feedback", case.code, "", "")


def test_a_question_is_closed_for_one_of_a_few_reasons(people):
    question = make_question(people)
    with pytest.raises(Refused, match="lý do"):
        close_question(people.clerk, question, why="nguoi dan hoi lung tung")
    assert close_question(people.clerk, question, why="nothing").state == "closed"


@pytest.mark.parametrize(
    ("text", "about", "kind"),
    [
        ("", "Căn cước", Refused),
        ("Xem zalo.me/0912345678 nói thế", "Căn cước", Refused),
        ("Thái độ cán bộ xã có đúng không?", "Một cửa", IsFeedback),
        ("Phải nộp 200.000 đồng", "", IsFeedback),
    ],
)
def test_a_question_points_to_nobody_and_is_about_something(people, text, about, kind):
    with pytest.raises(kind):
        make_question(people, text=text, about=about)
    assert not ClaimQuestion.objects.exists()


def test_the_same_form_makes_one_question(people):
    first = make_question(people, form="a" * 32)
    assert make_question(people, form="a" * 32) == first


def test_many_at_once_are_put_off_and_nothing_of_them_is_kept(people, monkeypatch):
    monkeypatch.setattr("lienthong.corrections.actions.ask_question.WORDS", replace(WORDS, most_from_one=1))
    make_question(people, address="x")
    words = {"text": TEXT, "about": ABOUT, "scam_places": ""}
    assert ask_question(people.office, arriving(address="x"), **words) is Verdict.LATER
    assert ClaimQuestion.objects.count() == 1


def test_words_of_a_question_go_some_time_after_it_was_settled(people):
    kept, settled = make_question(people), make_question(people)
    close_question(people.clerk, settled, why="empty")
    assert forget_words() == 0
    old = timezone.now() - KEPT - timedelta(days=2)
    ClaimQuestion.objects.update(asked_at=old)
    ClaimQuestion.objects.filter(pk=settled.pk).update(settled_at=old)
    assert forget_words() == 1
    kept.refresh_from_db()
    settled.refresh_from_db()
    assert (bool(kept.text), settled.text, settled.about, settled.why) == (True, "", "", "empty")


def test_no_event_holds_a_word_of_who_asked(people):
    question = make_question(people)
    send_to_feedback(people.coordinator, question)
    said = " ".join(str(event) + json.dumps(event.data, ensure_ascii=False) for event in history_of(question))
    assert question.code in said
    assert "200.000" not in said
