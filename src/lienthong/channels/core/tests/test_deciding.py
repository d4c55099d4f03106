"""What people do about outlets and deliveries."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.channels.core.actions.add_outlet import add_outlet
from lienthong.channels.core.actions.cancel_delivery import cancel_delivery
from lienthong.channels.core.actions.change_outlet import change_outlet
from lienthong.channels.core.actions.deliver_message import deliver_message
from lienthong.channels.core.actions.receive_receipt import receive_receipt
from lienthong.channels.core.actions.resume_delivery import resume_delivery
from lienthong.channels.core.actions.settle_unknown import settle_unknown
from lienthong.channels.core.actions.turn_off_outlet import turn_off_outlet
from lienthong.channels.core.actions.turn_on_outlet import turn_on_outlet
from lienthong.channels.core.actions.withdraw_delivery import withdraw_delivery
from lienthong.channels.core.contract import ItemState, PassingError, PermanentError, Receipt, UnknownOutcome
from lienthong.channels.core.models import Delivery, Outlet
from lienthong.channels.core.service import cancel_deliveries, deliveries_of
from lienthong.channels.core.tests.factories import let_time_pass, make_message, make_outlet, order, send_all
from lienthong.channels.core.tests.scripted import GONE, HELD, OUT
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.jobs.service import LeaseLost
from lienthong.organisations.service import Actor, abilities_for
from lienthong.organisations.tests.factories import cast

S = Delivery.State


@pytest.fixture
def unknown(people, scripted):
    scripted("ask", UnknownOutcome(), OUT)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    assert delivery.state == S.UNKNOWN
    return delivery


def test_only_the_administrator_makes_changes_and_turns_on(people, scripted):
    scripted("idempotent")
    outlet = make_outlet(people, "scripted", on=False)
    with pytest.raises(NotAllowed):
        add_outlet(people.leader, channel="scripted", name="Trang")
    for act in (turn_on_outlet, lambda actor, one: turn_off_outlet(actor, one, reason="thử")):
        with pytest.raises(NotAllowed):
            act(people.leader, outlet)
    with pytest.raises(NotAllowed):
        change_outlet(people.leader, outlet, name="Khác", options={}, keeper=None)
    assert not turn_on_outlet(people.administrator, outlet).dry_run
    with pytest.raises(Refused, match="lý do"):
        turn_off_outlet(people.administrator, outlet, reason=" ")
    assert turn_off_outlet(people.administrator, outlet, reason="Đổi tài khoản").dry_run


def test_an_outlet_stays_inside_its_office(people, scripted):
    scripted("idempotent")
    elsewhere = cast()
    with pytest.raises(NotAllowed):
        add_outlet(people.administrator, channel="scripted", name="Trang", body=elsewhere.culture)
    with pytest.raises(NotAllowed):
        add_outlet(people.administrator, channel="scripted", name="Trang", keeper=elsewhere.member.position)
    with pytest.raises(Refused, match="không còn được cài"):
        add_outlet(people.administrator, channel="khong-co", name="Trang")
    outlet = make_outlet(people, "scripted")
    with pytest.raises(NotAllowed):
        deliver_message(elsewhere.coordinator, outlet, "test.version:1", make_message(), timezone.now())
    assert not Outlet.objects.visible_to(elsewhere.leader).exists()


def test_secrets_are_sealed_and_kept_when_left_empty(people, scripted):
    scripted("idempotent")
    outlet = make_outlet(people, "scripted", secrets={"token": "bí mật một", "key": "bí mật hai"})
    sealed = outlet.sealed
    assert "mật" not in sealed
    change_outlet(people.administrator, outlet, name="Trang", options={"a": 1}, keeper=None, secrets={"token": ""})
    outlet.refresh_from_db()
    assert (outlet.sealed, outlet.options) == (sealed, {"a": 1})


def test_ordering_twice_is_one_row_and_other_words_are_refused(people, scripted):
    scripted("idempotent")
    outlet = make_outlet(people, "scripted")
    first = order(people, outlet)
    assert order(people, outlet) == first
    with pytest.raises(Refused, match="nội dung khác"):
        order(people, outlet, make_message(text="Lời khác."))
    rerun = order(people, outlet, run=1)
    assert rerun != first
    assert rerun.is_rerun


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"approval": " "}, "Chưa ai duyệt"),
        ({"title": ""}, "Chưa có tiêu đề"),
        ({"title": "a" * 61}, "Tiêu đề dài 61 ký tự, kênh này nhận nhiều nhất 60"),
        ({"text": "a" * 501}, "Nội dung dài 501 ký tự"),
    ],
)
def test_what_the_channel_would_not_take_is_refused_when_it_is_ordered(people, scripted, words, says):
    scripted("idempotent")
    with pytest.raises(Refused, match=says):
        order(people, make_outlet(people, "scripted"), make_message(**words))


def test_every_delivery_of_a_product_and_its_reruns(people, scripted):
    scripted("idempotent", OUT, OUT)
    first, second = make_outlet(people, "scripted"), make_outlet(people, "scripted", name="Trang hai")
    soon = timezone.now() + timedelta(days=1)
    rows = [
        order(people, first, product="test.product:7"),
        order(people, second, product="test.product:7"),
        order(people, first, product="test.product:7", run=1, due_at=soon),
        order(people, first, subject="test.version:2", product="test.product:7", due_at=soon),
    ]
    order(people, first, subject="test.version:9", product="test.product:8", due_at=soon)
    send_all()
    assert set(deliveries_of("test.product:7")) == set(rows)
    assert set(deliveries_of("test.version:1")) == set(rows[:3])
    assert set(deliveries_of("test.product:7").still_to_come()) == set(rows[2:])
    cancelled = cancel_deliveries(people.coordinator, "test.product:7", reason="Đính chính")
    assert set(cancelled) == set(rows[2:])
    assert {row.state for row in deliveries_of("test.product:7")} == {S.DELIVERED, S.CANCELLED}


def test_what_is_cancelled_is_taken_out_of_the_hands_of_a_worker(people, scripted):
    channel = scripted("idempotent")
    delivery = order(people, make_outlet(people, "scripted"))
    assert delivery.claim()
    cancelled = cancel_delivery(people.coordinator, delivery, reason="Sai ngày")
    assert (cancelled.state, cancelled.reason) == (S.CANCELLED, "Sai ngày")
    with pytest.raises(LeaseLost):
        delivery.write(state=S.SENDING)
    send_all(delivery)
    assert (delivery.state, channel.asked) == (S.CANCELLED, [])
    with pytest.raises(Refused):
        cancel_delivery(people.coordinator, delivery, reason="Lần nữa")


def test_a_person_says_that_it_is_out(people, unknown, heard):
    for link in ("", "kenh.example.vn/1", "javascript:alert(1)"):
        with pytest.raises(Refused, match="đường liên kết"):
            settle_unknown(people.coordinator, unknown, "published", url=link)
    done = settle_unknown(people.coordinator, unknown, "published", url=" https://kenh.example.vn/1 ")
    assert (done.state, done.declared, done.url) == (S.DELIVERED, True, "https://kenh.example.vn/1")
    assert heard == [S.DELIVERED]
    assert not WorkItem.objects.open().exists()


def test_a_person_says_that_it_is_not_out(people, unknown):
    settle_unknown(people.coordinator, unknown, "not-published")
    assert not WorkItem.objects.open().exists()
    let_time_pass(unknown)
    send_all(unknown)
    assert (unknown.state, unknown.declared) == (S.DELIVERED, False)


def test_a_person_gives_it_up(people, unknown):
    with pytest.raises(Refused, match="lý do"):
        settle_unknown(people.coordinator, unknown, "dropped")
    assert settle_unknown(people.coordinator, unknown, "dropped", reason="Đã cũ").state == S.CANCELLED
    with pytest.raises(Refused):
        settle_unknown(people.coordinator, unknown, "not-published")


def test_who_may_say_what_happened(people, unknown):
    for actor in (people.clerk, people.member, people.administrator):
        with pytest.raises(Refused):
            settle_unknown(actor, unknown, "not-published")
    for actor in (people.hamlet_head, people.supervisor, cast().coordinator):
        with pytest.raises(NotAllowed):
            settle_unknown(actor, unknown, "not-published")
    Outlet.objects.update(keeper=people.hamlet_head.position)
    settle_unknown(people.hamlet_head, unknown, "not-published")


def test_a_refusal_is_mended_and_sent_again(people, scripted):
    scripted("idempotent", PermanentError("Hết quyền."), OUT)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    resume_delivery(people.coordinator, delivery)
    assert not WorkItem.objects.open().exists()
    send_all(delivery)
    assert (delivery.state, delivery.note) == (S.DELIVERED, "")


def test_what_was_rehearsed_goes_out_once_somebody_says_so(people, scripted):
    scripted("idempotent", OUT)
    outlet = make_outlet(people, "scripted", on=False)
    delivery = order(people, outlet)
    send_all(delivery)
    turn_on_outlet(people.administrator, outlet)
    send_all(delivery)
    assert delivery.state == S.DRY_RUN
    resume_delivery(people.leader, delivery)
    send_all(delivery)
    assert delivery.state == S.DELIVERED


@pytest.mark.parametrize(
    ("answers", "ends", "note"),
    [
        ([GONE], S.WITHDRAWN, ""),
        ([PassingError(), TimeoutError(), GONE], S.WITHDRAWN, ""),
        ([PermanentError("Tin đã quá hạn sửa.")], S.DELIVERED, "Tin đã quá hạn sửa."),
        ([OUT], S.DELIVERED, "Kênh trả lời rằng tin vẫn còn đó."),
        ([PassingError()] * Delivery.MAX_TRIES, S.DELIVERED, "Kênh không trả lời sau nhiều lần rút."),
        ([HELD], S.WITHDRAWING, ""),
    ],
)
def test_an_own_item_is_taken_back(people, scripted, answers, ends, note):
    channel = scripted("look-up", OUT, *answers)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    withdraw_delivery(people.leader, delivery, reason="Sai giờ")
    for _try in answers:
        let_time_pass(delivery)
        send_all(delivery)
    assert (delivery.state, delivery.note, delivery.reason) == (ends, note, "Sai giờ")
    assert channel.asked[1:] == [("withdraw", "tin-1")] * len(answers)
    assert WorkItem.objects.open().exists() == (ends == S.DELIVERED)


def test_an_answer_that_comes_by_itself_counts_once(people, scripted, monkeypatch, heard):
    channel = scripted("ask", HELD)
    monkeypatch.setattr(channel, "check_every", None)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    assert delivery.state == S.MODERATION
    answer = Receipt(delivery.reference, ItemState.PUBLISHED, "https://kenh.example.vn/1")
    for _time in range(2):
        receive_receipt(delivery, answer, declared=True, actor=people.member)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.declared, heard) == (S.DELIVERED, True, [S.MODERATION, S.DELIVERED])
    with pytest.raises(Refused):
        receive_receipt(delivery, Receipt(delivery.reference, ItemState.REFUSED))


def test_rights_agree_with_what_is_visible(people, scripted):
    scripted("idempotent")
    order(people, make_outlet(people, "scripted", keeper=people.hamlet_head.position))
    elsewhere = cast()
    order(elsewhere, make_outlet(elsewhere, "scripted"), subject="test.version:2")
    actors = [one for crowd in (people, elsewhere) for one in vars(crowd).values() if isinstance(one, Actor)]
    for actor in [*actors, Actor(people.member.user, None)]:
        for model in (Outlet, Delivery):
            seen = set(model.objects.visible_to(actor))
            assert {one for one in model.objects.all() if abilities_for(actor, one).see} == seen
