"""From the calendar to the receipt: what was approved goes out, and the receipt closes the occurrence once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.channels.core.service import Delivery, PermanentError, deliveries_of
from lienthong.channels.core.tests.factories import make_outlet, send_all
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom.actions.approve_product import approve_product
from lienthong.newsroom.actions.begin_correction import begin_correction
from lienthong.newsroom.actions.begin_product import begin_product
from lienthong.newsroom.actions.cancel_schedule import cancel_schedule
from lienthong.newsroom.actions.end_column import end_column
from lienthong.newsroom.actions.open_column import open_column
from lienthong.newsroom.actions.plan_release import plan_release
from lienthong.newsroom.actions.schedule_product import schedule_product
from lienthong.newsroom.actions.schedule_release import schedule_release
from lienthong.newsroom.actions.submit_product import submit_product
from lienthong.newsroom.actions.withdraw_product import withdraw_product
from lienthong.newsroom.actions.write_version import write_version
from lienthong.newsroom.briefing import Brief
from lienthong.newsroom.columns import proposed_issues
from lienthong.newsroom.models import Product, Version
from lienthong.newsroom.month import month_of
from lienthong.newsroom.receipts import take_receipt
from lienthong.newsroom.service import product_of
from lienthong.newsroom.tests.factories import (
    WORDS,
    make_approved,
    make_issue,
    make_product,
    make_scheduled,
    make_submitted,
    soon,
)
from lienthong.newsroom.tests.paper import Paper
from lienthong.organisations.service import Role
from lienthong.organisations.tests.factories import make_actor
from lienthong.plans.service import Evidence, Work, record_work
from lienthong.plans.tests.factories import MINUTES, make_accepted


def sent(product):
    """One round of a worker; the deliveries of ``product`` and the product as they are then."""
    deliveries = list(deliveries_of(key_of(product)))
    send_all(*deliveries)
    product.refresh_from_db()
    return deliveries


def test_the_receipt_closes_the_occurrence_however_many_outlets_carry_it(people):
    issue = make_issue(people)
    outlets = [make_outlet(people, "paper", name=f"Nơi {n}") for n in range(3)]
    product = make_scheduled(people, issue, outlets=outlets)
    assert product.state == Product.State.SCHEDULED
    sent(product)
    issue.refresh_from_db()
    assert product.state == Product.State.RELEASED
    assert issue.closed_on == timezone.localdate()
    work = Work.objects.get()
    assert (issue.closed_by, product.work) == (work, work)
    receipts = work.evidence.filter(kind=Evidence.Kind.RECEIPT)
    assert sorted(receipts.values_list("name", flat=True)) == ["Nơi 0", "Nơi 1", "Nơi 2"]
    assert set(receipts.values_list("url", flat=True)) == {"https://bao.example/so-1"}
    assert Work.objects.counted().count() == 1


def test_the_same_receipt_twice_is_one_proof(people):
    issue = make_issue(people)
    product = make_scheduled(people, issue, outlets=[make_outlet(people, "paper")])
    delivery = sent(product)[0]
    take_receipt(delivery)
    assert Evidence.objects.count() == Work.objects.count() == 1


def test_one_product_for_two_assignments_is_counted_once(people):
    issue = make_issue(people)
    other = make_accepted(people, issue.share.assignment.plan, text="Viết bài về cải cách hành chính")
    brief = Brief("Bài chung", "article")
    product = begin_product(people.member, brief, occurrences=[issue], shares=[other])
    product = write_version(people.member, product, seen=0, title="Bài chung", body=WORDS)
    product = approve_product(people.leader, submit_product(people.member, product), seen=1)
    product = schedule_product(people.member, product, outlets=[make_outlet(people, "paper")])
    sent(product)
    work = Work.objects.counted().get()
    assert {credit.share_id for credit in work.credits.all()} == {issue.share_id, other.pk}


def test_an_article_and_a_bulletin_of_one_issue_are_one_piece_of_work(people):
    issue, outlet = make_issue(people), make_outlet(people, "paper")
    for kind in ("article", "bulletin"):
        sent(make_scheduled(people, issue, kind=kind, outlets=[outlet]))
    work = Work.objects.counted().get()
    assert work.evidence.count() == 2
    assert Product.objects.filter(work=work).count() == 2


def test_dry_runs_and_unknown_outcomes_close_nothing(people):
    issue = make_issue(people)
    off = make_outlet(people, "paper", name="Chưa bật", on=False)
    on = make_outlet(people, "paper", name="Đã bật")
    Paper.answers[:] = [RuntimeError("no answer came")]
    product = make_scheduled(people, issue, outlets=[off, on])
    states = {delivery.outlet.name: delivery.state for delivery in sent(product)}
    assert states == {"Chưa bật": Delivery.State.DRY_RUN, "Đã bật": Delivery.State.UNKNOWN}
    issue.refresh_from_db()
    assert issue.closed_on is None
    assert product.state == Product.State.SCHEDULED
    assert not Work.objects.exists()


def test_an_occurrence_that_was_closed_by_hand_is_not_counted_again(people):
    issue = make_issue(people)
    product = make_scheduled(people, issue, outlets=[make_outlet(people, "paper")])
    by_hand = record_work(
        people.member, title="Đã đăng", done_on=timezone.localdate(), proofs=[MINUTES], occurrences=[issue]
    )
    sent(product)
    assert (Work.objects.get(), product.work) == (by_hand, by_hand)
    assert by_hand.evidence.count() == 2


def test_what_was_approved_goes_out_byte_for_byte(people):
    product = make_approved(people)
    Version.objects.filter(pk=product.approved_id).update(body="<p>Chữ khác.</p>")
    with pytest.raises(Refused, match="không còn đúng"):
        schedule_product(people.member, product, outlets=[make_outlet(people, "paper")])
    assert not Delivery.objects.exists()


def test_only_what_is_approved_is_scheduled(people):
    outlet = make_outlet(people, "paper")
    with pytest.raises(Refused):
        schedule_product(people.member, make_submitted(people), outlets=[outlet])
    product = make_approved(people)
    with pytest.raises(Refused, match="ít nhất một"):
        schedule_product(people.member, product, outlets=[])
    with pytest.raises(Refused, match="đã qua"):
        schedule_product(people.member, product, outlets=[outlet], due_at=timezone.now() - timedelta(hours=1))
    product = schedule_product(people.member, product, outlets=[outlet], due_at=soon())
    with pytest.raises(Refused, match="đã có bản này"):
        schedule_product(people.member, product, outlets=[outlet], due_at=soon())


def test_a_cancelled_calendar_leaves_the_approval(people):
    product = make_approved(people)
    outlet = make_outlet(people, "paper")
    product = schedule_product(people.member, product, outlets=[outlet], due_at=soon())
    product = cancel_schedule(people.coordinator, product, reason="Chờ lãnh đạo")
    assert product.state == Product.State.APPROVED
    assert deliveries_of(key_of(product)).get().state == Delivery.State.CANCELLED
    product = schedule_product(people.member, product, outlets=[outlet])
    assert [delivery.state for delivery in sent(product)] == [Delivery.State.DELIVERED]
    assert product.state == Product.State.RELEASED


def test_a_correction_leaves_the_old_text_out_until_the_new_one_is_approved(people):
    outlet = make_outlet(people, "paper")
    product = make_scheduled(people, make_issue(people), outlets=[outlet])
    sent(product)
    first = product.released
    opened = begin_correction(people.leader, product, reason="Sai giờ.")
    assert (opened.state, opened.released, opened.approved) == (Product.State.DRAFT, first, None)
    assert Product.objects.out().get() == product
    opened = write_version(
        people.member, opened, seen=1, title=product.title, body=WORDS + "<p>Lúc 19 giờ.</p>", correction="Sai giờ."
    )
    opened = approve_product(people.leader, submit_product(people.member, opened), seen=2)
    opened = schedule_product(people.member, opened, outlets=[outlet])
    sent(opened)
    assert (opened.state, opened.released.number) == (Product.State.CORRECTED, 2)
    assert Work.objects.count() == 1
    assert Evidence.objects.count() == 2


def test_withdrawing_cancels_and_asks_back(people):
    now, later = make_outlet(people, "paper", name="Nay"), make_outlet(people, "paper", name="Mai")
    product = make_scheduled(people, outlets=[now])
    sent(product)
    product = schedule_product(people.member, product, outlets=[later], due_at=soon())
    with pytest.raises(NotAllowed):
        withdraw_product(people.member, product, reason="Sai")
    product = withdraw_product(people.leader, product, reason="Sai nội dung")
    sent(product)
    states = {delivery.outlet.name: delivery.state for delivery in deliveries_of(key_of(product))}
    assert states == {"Nay": Delivery.State.WITHDRAWN, "Mai": Delivery.State.CANCELLED}
    assert not Product.objects.out().exists()


def test_a_refused_message_leaves_the_product_in_the_calendar(people):
    Paper.answers[:] = [PermanentError("Kênh không nhận.")]
    product = make_scheduled(people, outlets=[make_outlet(people, "paper")])
    assert sent(product)[0].state == Delivery.State.REFUSED
    assert product.state == Product.State.SCHEDULED


def test_the_rooms_above_ask_by_key(people):
    product = make_approved(people)
    assert product_of(key_of(product)) == product == product_of(key_of(product.approved))
    assert product_of("plans.plan:1") is None
    assert product_of("no key") is None


def test_several_go_out_together_or_none(people):
    outlet = make_outlet(people, "paper")
    first, second = make_approved(people, outlets=[outlet]), make_submitted(people, outlets=[outlet])
    release = plan_release(people.coordinator, title="Đợt 1", at=soon(), products=[first, second])
    with pytest.raises(Refused, match="chưa được duyệt"):
        schedule_release(people.coordinator, release)
    assert not Delivery.objects.exists()
    approve_product(people.leader, second, seen=1)
    schedule_release(people.coordinator, release)
    assert set(Delivery.objects.values_list("due_at", flat=True)) == {release.at}
    with pytest.raises(NotAllowed):
        plan_release(people.member, title="Đợt 2", at=soon(), products=[first, second])
    with pytest.raises(Refused, match="hai sản phẩm"):
        plan_release(people.coordinator, title="Đợt 2", at=soon(), products=[first])


def test_a_column_proposes_its_next_issue_until_it_is_begun(people):
    issue = make_issue(people)
    column = open_column(people.coordinator, issue.share, title="Chuyển đổi số", kind="news")
    assert [one.occurrence for one in proposed_issues(people.member)] == [issue]
    begin_product(people.member, Brief("Số 1", "news"), occurrences=[issue], column=column)
    following = proposed_issues(people.member)[0].occurrence
    assert following.number == issue.number + 1
    month = month_of(people.member, f"{following.due:%Y-%m}")
    titles = [entry.title for week in month.weeks for day in week for entry in day.entries]
    assert f"Chuyển đổi số, {following.name}" in titles
    end_column(people.coordinator, column)
    assert proposed_issues(people.member) == []


def test_talking_points_are_read_in_the_hamlets_once_they_are_out(people):
    communicator = make_actor(people.hamlets[0], "Tuyên truyền viên", Role.COMMUNICATOR)
    outlet = make_outlet(people, "paper")
    product = make_scheduled(people, kind="talking", outlets=[outlet])
    assert not Product.objects.visible_to(communicator).exists()
    sent(product)
    assert list(Product.objects.visible_to(communicator)) == [product]
    make_product(people)
    assert Product.objects.visible_to(people.hamlet_head).count() == 1
