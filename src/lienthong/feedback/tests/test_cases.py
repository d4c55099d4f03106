"""A case from its arrival to its answer, at the desk and in the unit."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.core.days import WorkCalendar
from lienthong.core.keys import key_of
from lienthong.core.models import ExtraDay
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.feedback.actions.add_template import add_template
from lienthong.feedback.actions.approve_answer import approve_answer
from lienthong.feedback.actions.assign_case import assign_case
from lienthong.feedback.actions.close_case import close_case
from lienthong.feedback.actions.enter_case import enter_case
from lienthong.feedback.actions.forward_case import forward_case
from lienthong.feedback.actions.give_back_case import give_back_case
from lienthong.feedback.actions.merge_case import merge_case
from lienthong.feedback.actions.propose_product import propose_product
from lienthong.feedback.actions.rate_answer import rate_answer
from lienthong.feedback.actions.record_receipt import record_receipt
from lienthong.feedback.actions.redirect_case import redirect_case
from lienthong.feedback.actions.reopen_case import reopen_case
from lienthong.feedback.actions.return_answer import return_answer
from lienthong.feedback.actions.set_term import set_term
from lienthong.feedback.actions.settle_recurring import settle_recurring
from lienthong.feedback.actions.submit_answer import submit_answer
from lienthong.feedback.actions.urge_case import urge_case
from lienthong.feedback.actions.withdraw_answer import withdraw_answer
from lienthong.feedback.figures import lines_of
from lienthong.feedback.models import Answer, FeedbackCase, RecurringQuestion, ReplyTemplate, Satisfaction, Term
from lienthong.feedback.proposing import alike, unit_for
from lienthong.feedback.queries import overdue_at
from lienthong.feedback.tests.factories import (
    QUESTION,
    TEXT,
    WHAT,
    make_answered,
    make_assigned,
    make_case_of_resident,
    make_submitted,
    told,
)
from lienthong.inbox.service import Notice, WorkItem
from lienthong.organisations.service import Actor, Role, abilities_for
from lienthong.organisations.tests.factories import PositionFactory, cast, sign_in

pytestmark = pytest.mark.django_db
S = FeedbackCase.State


@pytest.fixture
def people(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return cast()


def waiting() -> list[tuple[str, object]]:
    return [(item.kind, item.position or item.body) for item in WorkItem.objects.open().order_by("pk")]


def test_from_arrival_to_answer(people):
    case = make_case_of_resident(people)
    assert (case.state, case.category, str(case)[:3]) == (S.NEW, "utilities", "MH-")
    assert waiting() == [("check", people.clerk.position)]
    case = assign_case(people.clerk, case, unit=people.culture, category="utilities", text="Xem trong tuần")
    assert (case.state, case.unit, case.notes.get().text) == (S.ASSIGNED, people.culture, "Xem trong tuần")
    assert waiting() == [("do", people.culture)]
    answer = submit_answer(people.member, case, text=TEXT, public=True, question=QUESTION)
    assert waiting() == [("decide", people.leader.position), ("decide", people.coordinator.position)]
    answer = approve_answer(people.leader, case, seen=answer.pk)
    case.refresh_from_db()
    assert (case.state, case.answered_on, case.was_late) == (S.ANSWERED, timezone.localdate(), False)
    assert answer.intact
    assert waiting() == []
    assert list(Answer.objects.published(people.office.pk)) == [answer]
    assert [event.kind.rsplit(".", 1)[1] for event in history_of(case)] == [
        "entered", "assigned", "submitted", "published",
    ]  # fmt: skip


def test_the_day_promised_counts_working_days_and_dated_terms(people):
    today = timezone.localdate()
    case = make_case_of_resident(people)
    assert case.due == WorkCalendar().after(today, 7)
    set_term(people.leader, kind="answer", amount=3, basis="Quy chế 12/QC-UBND", valid_from=today)
    set_term(people.leader, kind="answer", amount=1, basis="Quy chế mới", valid_from=today + timedelta(days=1))
    ExtraDay.objects.create(day=WorkCalendar().after(today, 1), works=False, reason="nghỉ bù")
    later = make_case_of_resident(people)
    assert (later.due, later.due_basis) == (WorkCalendar().after(today, 3), "Quy chế 12/QC-UBND")
    case.refresh_from_db()
    assert case.due != later.due
    with pytest.raises(NotAllowed):
        set_term(people.clerk, kind="answer", amount=3, basis="Không được", valid_from=today)
    for wrong in ({"amount": 0, "basis": "x"}, {"amount": 3, "basis": " "}):
        with pytest.raises(Refused):
            set_term(people.leader, kind="answer", valid_from=today, **wrong)


def test_nobody_approves_what_he_wrote_in_whatever_position(people):
    case = make_assigned(people)
    answer = submit_answer(people.leader, case, text=TEXT)
    twin = PositionFactory(user=people.leader.user, body=people.culture, title="Kiêm nhiệm", role=Role.COORDINATOR)
    for actor in (people.leader, Actor(people.leader.user, twin), people.member, people.clerk):
        with pytest.raises(NotAllowed):
            approve_answer(actor, case, seen=answer.pk)
    assert approve_answer(people.coordinator, case, seen=answer.pk).approved_by == people.coordinator.position


def test_only_what_was_read_is_approved(people):
    answer = make_submitted(people)
    with pytest.raises(Refused, match="đã đổi"):
        approve_answer(people.leader, answer.case, seen=answer.pk + 1)
    answer.case.refresh_from_db()
    assert answer.case.state == S.WAITING


def test_returned_with_a_reason_and_mended(people):
    case = make_submitted(people).case
    with pytest.raises(Refused, match="lý do"):
        return_answer(people.leader, case, reason=" ")
    return_answer(people.leader, case, reason="Ghi rõ ngày sửa")
    assert waiting() == [("returned", people.member.position)]
    again = submit_answer(people.member, case, text=TEXT + " Sửa ngày 3.")
    assert approve_answer(people.leader, case, seen=again.pk).text.endswith("ngày 3.")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"question": ""}, "question"),
        ({"text": "Gọi chị qua số 0200.000.199 để hẹn."}, "text"),
        ({"text": "Ông NGUYEN VAN A đã nhận kết quả."}, "text"),
        ({"question": "Căn cước 012345678901 bao giờ có?"}, "question"),
        ({"text": "Đã gửi tới a@minhhoa.example"}, "text"),
    ],
)
def test_personal_data_is_not_published(people, values, field):
    case = make_assigned(people, told(contact=True))
    with pytest.raises(Refused) as refused:
        submit_answer(people.member, case, **{"text": TEXT, "public": True, "question": QUESTION, **values})
    assert refused.value.field == field
    case.refresh_from_db()
    assert case.state == S.ASSIGNED


def test_without_agreement_an_answer_is_not_published(people):
    case = make_assigned(people, told(may_publish=False))
    with pytest.raises(Refused, match="không đồng ý"):
        submit_answer(people.member, case, text=TEXT, public=True, question=QUESTION)
    answer = submit_answer(people.member, case, text=TEXT)
    approve_answer(people.leader, case, seen=answer.pk)
    assert not Answer.objects.published(people.office.pk).exists()


def test_withdrawn_is_no_longer_public(people):
    answer = make_answered(people)
    with pytest.raises(NotAllowed):
        withdraw_answer(people.clerk, answer.case, reason="Sai")
    withdraw_answer(people.leader, answer.case, reason="Sai ngày")
    assert not Answer.objects.published(people.office.pk).exists()


def test_given_back_forwarded_and_taken_up_again(people):
    case = make_assigned(people)
    give_back_case(people.unit_head, case, reason="Việc của điện lực")
    case.refresh_from_db()
    assert (case.state, case.unit) == (S.NEW, None)
    for wrong in ({"agency": " "}, {"letter": ""}, {"sent_on": timezone.localdate() + timedelta(days=1)}):
        given = {"agency": "Điện lực huyện", "letter": "15/UBND", "sent_on": timezone.localdate()} | wrong
        with pytest.raises(Refused):
            forward_case(people.clerk, case, **given)
    forward_case(people.clerk, case, agency="Điện lực huyện", letter="15/UBND", sent_on=timezone.localdate())
    with pytest.raises(Refused):
        record_receipt(people.clerk, case, receipt=" ")
    kept = record_receipt(people.clerk, case, receipt="Phiếu 77")
    assert (kept.receipt, kept.received_on) == ("Phiếu 77", timezone.localdate())
    answer = submit_answer(people.clerk, case, text="Điện lực đã sửa.")
    assert approve_answer(people.leader, case, seen=answer.pk).approved_at
    with pytest.raises(Refused, match="không ở nơi"):
        record_receipt(people.clerk, make_assigned(people, told("Việc khác")), receipt="Phiếu 78")


def test_a_unit_of_another_office_is_no_unit(people):
    case = make_case_of_resident(people)
    with pytest.raises(Refused, match="đơn vị của cơ quan"):
        assign_case(people.clerk, case, unit=people.province, category="roads")


def test_redirected_closed_merged_and_reopened(people):
    first, second, third = (make_case_of_resident(people) for _each in range(3))
    assert redirect_case(people.clerk, first).state == S.REDIRECTED
    with pytest.raises(Refused, match="lý do"):
        close_case(people.clerk, second, why="vì thế")
    assert close_case(people.clerk, second, why="spam").finished_on == timezone.localdate()
    fourth = make_case_of_resident(people)
    assert merge_case(people.clerk, third, into=fourth).merged_into == fourth
    with pytest.raises(Refused):
        merge_case(people.clerk, fourth, into=third)
    assert {item.subject for item in WorkItem.objects.open()} == {f"feedback.feedbackcase:{fourth.pk}"}
    for case in (first, second, third):
        assert reopen_case(people.leader, case, reason="Xem lại").state == S.NEW
    third.refresh_from_db()
    assert third.merged_into is None


def test_what_was_merged_follows_where_its_case_goes(people):
    first, second, third = (make_case_of_resident(people) for _each in range(3))
    merge_case(people.clerk, first, into=second)
    merge_case(people.clerk, second, into=third)
    first.refresh_from_db()
    assert first.merged_into == third


def test_late_stays_late_after_reopening(people):
    answer = make_submitted(people)
    FeedbackCase.objects.filter(pk=answer.case.pk).update(due=timezone.localdate() - timedelta(days=1))
    approve_answer(people.leader, answer.case, seen=answer.pk)
    case = reopen_case(people.clerk, answer.case, reason="Đèn lại hỏng")
    assert (case.state, case.was_late, case.answered_on) == (S.ASSIGNED, True, None)
    again = submit_answer(people.member, case, text=TEXT)
    approve_answer(people.leader, case, seen=again.pk)
    case.refresh_from_db()
    assert case.was_late


def test_overdue_cases_remind_and_are_urged(people):
    case = make_assigned(people)
    # What is due in the unit's list is what reminders, and the list of what is overdue, are made of.
    late = WorkItem.objects.overdue(case.due + timedelta(days=1))
    assert [(item.body, item.due) for item in late] == [(people.culture, case.due)]
    with pytest.raises(NotAllowed):
        urge_case(people.clerk, case)
    urge_case(people.leader, case, text="Trả lời trong hôm nay")
    assert "Đôn đốc" in Notice.objects.filter(position=people.unit_head.position).first().text


def urged() -> set[object]:
    return {notice.position for notice in Notice.objects.filter(text__startswith="Đôn đốc")}


def test_whoever_answers_for_a_case_is_urged_or_it_is_said_that_nobody_does(people):
    at_office = assign_case(people.clerk, make_case_of_resident(people), unit=people.office, category="roads")
    urge_case(people.coordinator, at_office)
    assert urged() == {people.leader.position}
    Notice.objects.all().delete()
    # The only head of the office is who urges.
    with pytest.raises(Refused, match="Không có ai"):
        urge_case(people.leader, at_office)
    nobody = assign_case(people.clerk, make_case_of_resident(people), unit=people.police, category="order")
    with pytest.raises(Refused, match="Không có ai"):
        urge_case(people.leader, nobody)
    officer = PositionFactory(body=people.police, role=Role.MEMBER)
    urge_case(people.leader, nobody)
    assert urged() == {officer}
    assert "đôn đốc" in history_of(nobody).last().sentence


def test_who_forwarded_is_urged_and_nobody_while_the_answer_waits(people):
    forwarded = make_case_of_resident(people)
    forward_case(people.clerk, forwarded, agency="Điện lực", letter="15/UBND", sent_on=timezone.localdate())
    forwarded.refresh_from_db()
    urge_case(people.leader, forwarded)
    assert urged() == {people.clerk.position}
    waiting_case = make_submitted(people).case
    assert not abilities_for(people.leader, waiting_case).urge
    with pytest.raises(NotAllowed):
        urge_case(people.leader, waiting_case)


def test_what_another_agency_has_is_not_overdue_from_the_day_of_its_receipt(people, client):
    today = timezone.localdate()
    case = make_case_of_resident(people)
    forward_case(people.clerk, case, agency="Điện lực", letter="15/UBND", sent_on=today)
    FeedbackCase.objects.filter(pk=case.pk).update(due=today - timedelta(days=3))
    everything = FeedbackCase.objects.all()
    assert everything.overdue(today).count() == everything.filter(overdue_at(today)).count() == 1
    record_receipt(people.clerk, case, receipt="Phiếu 77")
    with pytest.raises(Refused, match="đã được ghi"):
        record_receipt(people.clerk, case, receipt="Phiếu 78")
    case.refresh_from_db()
    assert (case.is_late, case.handed_on) == (False, today)
    assert not everything.overdue(today).exists()
    assert not everything.filter(overdue_at(today)).exists()
    # On the day before it was still with the office, and too late.
    assert everything.filter(overdue_at(today - timedelta(days=1))).count() == 1
    assert [line.handed for line in lines_of(people.office, today)] == [1, 1]
    assert WorkItem.objects.open().get().due is None
    sign_in(client, people.clerk)
    page = client.get(reverse("feedback:case", args=[case.pk])).text
    assert 'name="receipt"' not in page
    assert "quá hạn" not in page
    assert "quá hạn" not in client.get(reverse("feedback:cases")).text
    # Sent back it is the office's again.
    again = assign_case(people.clerk, case, unit=people.culture, category="utilities")
    assert again.is_late


def test_the_unit_proposed_had_such_cases_itself_and_answered_last(people):
    forwarded = make_case_of_resident(people)
    forward_case(people.clerk, forwarded, agency="Điện lực", letter="15/UBND", sent_on=timezone.localdate())
    assert unit_for(people.office, "utilities") is None
    for unit in (people.culture, people.economy):
        assign_case(people.clerk, make_case_of_resident(people), unit=unit, category="utilities")
    FeedbackCase.objects.filter(unit=people.culture).update(answered_on=timezone.localdate() - timedelta(days=9))
    FeedbackCase.objects.filter(unit=people.economy).update(answered_on=timezone.localdate())
    assert unit_for(people.office, "utilities") == people.economy.pk
    FeedbackCase.objects.filter(unit=people.culture).update(answered_on=timezone.localdate() + timedelta(days=1))
    assert unit_for(people.office, "utilities") == people.culture.pk


def test_duplicates_without_a_place_are_found_by_nearly_the_same_words(people):
    one = make_case_of_resident(people, told("Đèn đường trước cổng trường mầm non hỏng cả tuần nay", ""))
    same = make_case_of_resident(people, told("Đèn đường trước cổng trường mầm non hỏng từ tuần trước", "cổng trường"))
    other = make_case_of_resident(people, told("Rác trước cổng trường mầm non không ai thu gom", ""))
    make_case_of_resident(people, told("Đèn đường", ""))
    assert [each.case for each in alike(one)] == [same]
    assert [each.case for each in alike(same)] == [one]
    assert alike(other) == []


def test_the_place_stands_in_one_line(people):
    case = make_case_of_resident(people, told(hamlet=people.hamlets[1]))
    assert case.place == "Thôn 2, trước cổng trường mầm non"
    assert make_case_of_resident(people, told("Việc khác", "", hamlet=people.hamlets[1])).place == "Thôn 2"
    case.telling.delete()
    assert FeedbackCase.objects.get(pk=case.pk).place == "Thôn 2"


def test_the_form_of_the_clerk_speaks_to_the_clerk(people, client):
    sign_in(client, people.clerk)
    page = client.get(reverse("feedback:enter")).text
    assert "Không cần ghi tên của bạn" not in page
    assert "Đã đọc cho người dân nghe" in page
    assert page.count('class="tick"') == 2
    case = make_case_of_resident(people)
    shown = client.get(reverse("feedback:case", args=[case.pk])).text
    assert "Chọn đơn vị" in shown
    assert "---------" not in shown


def test_the_question_afterwards_is_answered_once(people):
    answer = make_answered(people)
    asked = Satisfaction.objects.get(answer=answer)
    with pytest.raises(Refused):
        rate_answer(asked, value="tuyệt")
    rate_answer(asked, value="no")
    with pytest.raises(Refused, match="đã được dùng"):
        rate_answer(asked, value="yes")
    assert waiting() == [("check", people.clerk.position)]


def test_ten_of_one_question_propose_a_guide_once(people):
    for n in range(12):
        make_case_of_resident(people, told(f"Nộp hồ sơ khai sinh trực tuyến phải làm thế nào vậy ạ {n}", f"thôn {n}"))
    make_case_of_resident(people)
    question = RecurringQuestion.objects.get()
    assert (question.cases.count(), question.category) == (12, "procedures")
    items = WorkItem.objects.open().filter(position=people.coordinator.position)
    assert [item.title for item in items] == [
        "10 phản ánh hỏi cùng một việc (thủ tục hành chính): nên có hướng dẫn hoặc bản tin"
    ]
    with pytest.raises(NotAllowed):
        settle_recurring(people.clerk, question, how="Đã có bài")
    settle_recurring(people.coordinator, question, how="Đã có bài hướng dẫn")
    assert not items.all().exists()
    assert "Đã có bài" not in str([event.data for event in history_of(question)])


def test_a_question_of_many_becomes_a_product_without_what_residents_wrote(people, client):
    for n in range(10):
        make_case_of_resident(people, told(f"Nộp hồ sơ khai sinh trực tuyến phải làm thế nào vậy ạ {n}", f"thôn {n}"))
    question = RecurringQuestion.objects.get()
    with pytest.raises(NotAllowed):
        propose_product(people.clerk, question, kind="article", title="Khai sinh trực tuyến")
    with pytest.raises(Refused, match="Hãy chọn bài"):
        propose_product(people.coordinator, question, kind="video", title="Khai sinh trực tuyến")
    sign_in(client, people.coordinator)
    there = reverse("feedback:recurring", args=[question.pk])
    assert "Hãy ghi tên" in client.post(there, {"kind": "article", "title": " "}, follow=True).text
    client.post(there, {"kind": "article", "title": "Khai sinh trực tuyến từng bước"})
    question.refresh_from_db()
    assert (question.product.kind, question.product.title) == ("article", "Khai sinh trực tuyến từng bước")
    assert "10 phản ánh" in question.product.message
    assert "vậy ạ" not in question.product.message
    page = client.get(there).text
    assert "Tòa soạn làm" in page
    assert reverse("newsroom:product", args=[question.product_id]) in page
    assert not WorkItem.objects.open().filter(subject=key_of(question)).exists()
    with pytest.raises(Refused, match="đã được xử lý"):
        propose_product(people.coordinator, question, kind="article", title="Lần nữa")


def test_who_sees_what(people):
    case = make_assigned(people, told(contact=True))
    seen = {name for name in people.__dataclass_fields__ if isinstance(getattr(people, name), Actor)
            and abilities_for(getattr(people, name), case).see}  # fmt: skip
    assert seen == {"clerk", "leader", "coordinator", "unit_head", "member"}
    contact = {name for name in seen if abilities_for(getattr(people, name), case).contact}
    assert contact == {"clerk", "coordinator", "unit_head", "member"}


def test_abilities_agree_with_lists(people):
    other = cast()
    answer = make_submitted(people, told(contact=True))
    given_to_hamlet = assign_case(people.clerk, make_case_of_resident(people), unit=people.hamlets[0], category="roads")
    template = add_template(people.clerk, title="Cảm ơn", text="Cảm ơn bà con.")
    term = set_term(people.leader, kind="keep", amount=6, basis="Quy chế", valid_from=date(2026, 1, 1))
    question = RecurringQuestion.objects.create(office=people.office, category="roads")
    names = [name for name in people.__dataclass_fields__ if isinstance(getattr(people, name), Actor)]
    for group in (people, other):
        for name in names:
            actor = getattr(group, name)
            for thing in (answer.case, given_to_hamlet, template, term, question):
                listed = type(thing).objects.visible_to(actor).filter(pk=thing.pk).exists()
                assert abilities_for(actor, thing).see == listed, (name, thing)


def test_strangers_to_a_case_do_nothing(people):
    case = make_assigned(people)
    for actor in (people.other_head, people.hamlet_head, people.reader, people.supervisor, people.administrator):
        with pytest.raises(NotAllowed):
            submit_answer(actor, case, text=TEXT)
        with pytest.raises(NotAllowed):
            enter_case(actor, told(), came="phone")


def test_pages_of_the_desk(people, client):
    answer = make_answered(people, told(contact=True))
    new = make_case_of_resident(people, told("Đèn đường cổng trường mầm non hỏng, tối đi lại nguy hiểm"))
    add_template(people.clerk, title="Cảm ơn", text="Cảm ơn bà con đã báo.")
    sign_in(client, people.clerk)
    assert new.code in client.get(reverse("feedback:cases")).text
    assert answer.case.code in client.get(reverse("feedback:cases"), {"nhom": "da-tra-loi"}).text
    found = client.get(reverse("feedback:cases"), {"q": "den duong cong truong"}).text
    assert new.code in found
    assert new.code not in client.get(reverse("feedback:cases"), {"q": "rác"}).text
    page = client.get(reverse("feedback:case", args=[new.pk])).text
    assert f"Gộp vào {answer.case.code}" in page
    merged = client.post(
        reverse("feedback:step", args=[new.pk, "gop"]), {"into": answer.case.code.lower()}, follow=True
    )
    assert "Đã gộp." in merged.text
    unknown = client.post(reverse("feedback:step", args=[answer.case.pk, "gop"]), {"into": "MH-AAAAAA"}, follow=True)
    assert "Không có phản ánh mang mã này" in unknown.text


def test_the_desk_enters_assigns_and_answers_by_its_pages(people, client):
    sign_in(client, people.clerk)
    typed = {"came": "counter", "what": WHAT, "hamlet": people.hamlets[1].pk, "phone": "0200 000 199"}
    refused = client.post(reverse("feedback:enter"), typed)
    assert "Hãy đánh dấu đồng ý" in refused.text
    assert WHAT in refused.text
    client.post(reverse("feedback:enter"), typed | {"agreed": "on", "may_publish": "on"})
    case = FeedbackCase.objects.get()
    assert (case.came, case.hamlet, case.telling.phone) == ("counter", people.hamlets[1], "0200 000 199")
    client.post(reverse("feedback:assign", args=[case.pk]), {"unit": people.culture.pk, "category": "utilities"})
    template = add_template(people.clerk, title="Cảm ơn", text="Cảm ơn bà con đã báo.")
    url = reverse("feedback:answer", args=[case.pk])
    sign_in(client, people.member)
    assert "Cảm ơn bà con đã báo." in client.get(url, {"mau": template.pk}).text
    wrong = client.post(url, {"text": "Liên hệ 0200 000 199", "public": "on", "question": QUESTION})
    assert "có thể là thông tin cá nhân" in wrong.text
    assert "Liên hệ 0200 000 199" in wrong.text
    client.post(url, {"text": TEXT})
    sign_in(client, people.leader)
    done = client.post(reverse("feedback:step", args=[case.pk, "duyet"]), {"seen": case.answers.get().pk}, follow=True)
    assert "Đã duyệt trả lời." in done.text
    assert "0200 000 199" not in done.text


def test_terms_templates_and_recurring_questions_have_their_pages(people, client):
    sign_in(client, people.leader)
    url = reverse("feedback:settings")
    client.post(url, {"kind": "answer", "amount": 5, "basis": "Quy chế 12", "valid_from": "2026-01-01"})
    assert Term.objects.get(office=people.office).amount == 5
    client.post(url, {"title": "Mẫu", "text": "Lời mẫu ở đây"})
    assert "Lời mẫu ở đây" in client.get(url).text
    client.post(reverse("feedback:remove_template", args=[ReplyTemplate.objects.get().pk]))
    assert not ReplyTemplate.objects.exists()
    question = RecurringQuestion.objects.create(office=people.office, category="roads")
    there = reverse("feedback:recurring", args=[question.pk])
    assert "Một hướng dẫn" in client.get(there).text
    assert "Hãy ghi" in client.post(there, {"how": ""}, follow=True).text
    assert "Đã có bài" in client.post(there, {"how": "Đã có bài"}, follow=True).text
