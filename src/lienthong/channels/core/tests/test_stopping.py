"""What is stopped does not go out any more, whatever its channel answers and whoever tries again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.channels.core.actions.deliver_message import deliver_message
from lienthong.channels.core.actions.resume_delivery import resume_delivery
from lienthong.channels.core.actions.settle_unknown import NOT_PUBLISHED, settle_unknown
from lienthong.channels.core.actions.stop_deliveries import stop_deliveries
from lienthong.channels.core.contract import PassingError, PermanentError
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.permissions import delivery_abilities
from lienthong.channels.core.tests.factories import let_time_pass, make_message, make_outlet, order, send_all
from lienthong.channels.core.tests.scripted import GONE, HELD, OUT
from lienthong.core.refusals import Refused
from lienthong.jobs.service import Claim

S = Delivery.State
KEY = "test.product:7"


@pytest.fixture
def ordered(people, scripted):
    def made(settle, *answers, **values):
        scripted(settle, *answers)
        return order(people, make_outlet(people, "scripted"), product=KEY, **values)

    return made


def stop(people):
    stop_deliveries(people.coordinator, KEY, reason="Sai ngày.")


def dies(delivery):
    past = timezone.now() - timedelta(seconds=1)
    Delivery.objects.filter(pk=delivery.pk).update(
        state=S.SENDING, job_state=Claim.CLAIMED, lease_until=past, sent_at=past, tries=1, attempts=1
    )


def test_one_that_is_being_tried_is_not_tried_again(people, scripted, heard):
    """It is stopped in the middle of the call, which ends with "not now"."""

    def busy():
        stop(people)
        raise PassingError("Bận.")

    scripted("idempotent", busy)
    delivery = order(people, make_outlet(people, "scripted"), product=KEY)
    send_all(delivery)
    assert (delivery.state, delivery.reason, delivery.note) == (S.CANCELLED, "Sai ngày.", "Bận.")
    assert [event.kind.rsplit(".", 1)[1] for event in history_of(delivery)] == ["ordered", "stopped", "cancelled"]
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.CANCELLED


def test_one_that_went_back_to_wait_meanwhile_is_not_sent(people, ordered):
    delivery = ordered("idempotent")
    Delivery.objects.filter(pk=delivery.pk).update(stopped=True, reason="Sai ngày.")
    send_all(delivery)
    assert delivery.state == S.CANCELLED
    assert "lý do: Sai ngày." in list(history_of(delivery))[-1].sentence


def test_one_that_came_out_all_the_same_is_out(people, scripted):
    def slow():
        stop(people)
        return OUT

    scripted("idempotent", slow)
    delivery = order(people, make_outlet(people, "scripted"), product=KEY)
    send_all(delivery)
    assert delivery.state == S.DELIVERED


@pytest.mark.parametrize(
    ("settle", "answers", "state"),
    [("look-up", [None], S.CANCELLED), ("look-up", [OUT], S.DELIVERED), ("idempotent", [], S.UNKNOWN)],
)
def test_after_a_dead_worker_nothing_is_sent_again(people, ordered, settle, answers, state):
    delivery = ordered(settle, *answers)
    dies(delivery)
    stop(people)
    send_all(delivery)
    assert delivery.state == state


def test_what_waits_at_a_channel_is_taken_back(people, ordered):
    delivery = ordered("idempotent", HELD, GONE)
    send_all(delivery)
    stop(people)
    send_all(delivery)
    assert (delivery.state, delivery.reason) == (S.WITHDRAWN, "Sai ngày.")


def test_what_was_refused_or_rehearsed_cannot_be_sent_again(people, ordered, scripted):
    refused = ordered("idempotent", PermanentError("Không nhận."))
    send_all(refused)
    off = make_outlet(people, "scripted", on=False)
    rehearsed = order(people, off, product=KEY)
    send_all(rehearsed)
    assert delivery_abilities(people.coordinator, rehearsed).resume
    stop(people)
    for delivery, state in ((refused, S.CANCELLED), (rehearsed, S.DRY_RUN)):
        delivery.refresh_from_db()
        assert delivery.state == state
        with pytest.raises(Refused):
            resume_delivery(people.coordinator, delivery)


def test_what_nobody_knows_is_given_up_once_a_person_saw_that_it_is_not_out(people, ordered):
    delivery = ordered("ask", RuntimeError("?"))
    send_all(delivery)
    assert delivery.state == S.UNKNOWN
    stop(people)
    delivery.refresh_from_db()
    settled = settle_unknown(people.coordinator, delivery, NOT_PUBLISHED)
    assert (settled.state, settled.reason) == (S.CANCELLED, "Sai ngày.")


def test_one_that_is_ordered_again_goes_out(people, ordered, scripted):
    delivery = ordered("idempotent", due_at=timezone.now() + timedelta(hours=1))
    Delivery.objects.filter(pk=delivery.pk).update(stopped=True)
    stop(people)
    delivery.refresh_from_db()
    again = deliver_message(people.coordinator, delivery.outlet, delivery.subject, make_message(), timezone.now())
    assert (again.state, again.stopped) == (S.WAITING, False)


def test_an_outlet_shows_the_latest_version_of_each_thing(people, scripted):
    scripted("idempotent", *[OUT] * 5)
    outlet, other = make_outlet(people, "scripted"), make_outlet(people, "scripted", name="Nơi khác")
    first = order(people, outlet, product=KEY)
    elsewhere = order(people, other, product=KEY)
    alone = order(people, outlet, subject="test.version:8")
    again = order(people, outlet, product=KEY, run=1)
    second = order(people, outlet, subject="test.version:2", product=KEY)
    send_all(first, second)
    assert set(Delivery.objects.standing()) == {elsewhere, alone, second}
    Delivery.objects.filter(pk=second.pk).update(state=S.WITHDRAWN)
    assert set(Delivery.objects.standing()) == {first, elsewhere, alone, again}
