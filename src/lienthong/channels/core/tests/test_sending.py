"""One delivery, whatever its channel answers and wherever a worker dies."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.channels.core.contract import (
    ItemState,
    Limits,
    PassingError,
    PermanentError,
    Receipt,
    UnknownOutcome,
)
from lienthong.channels.core.models import Delivery, Outlet
from lienthong.channels.core.tasks import look_after, look_after_items
from lienthong.channels.core.tests.factories import let_time_pass, make_message, make_outlet, order, send_all
from lienthong.channels.core.tests.scripted import GONE, HELD, OUT
from lienthong.inbox.service import WorkItem
from lienthong.jobs.service import Claim

S = Delivery.State
SETTLES = ("idempotent", "look-up", "ask")


def killed_while_sending(delivery):
    """As a worker leaves a row that is killed between the commit of SENDING and the answer."""
    past = timezone.now() - timedelta(seconds=1)
    Delivery.objects.filter(pk=delivery.pk).update(
        state=S.SENDING, job_state=Claim.CLAIMED, lease_until=past, sent_at=past, tries=1, attempts=1
    )


def codes(delivery):
    return [event.kind.removeprefix("channels.delivery.") for event in history_of(delivery)]


def test_it_goes_out_with_its_receipt_once(people, scripted, heard):
    channel = scripted("idempotent", OUT)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    send_all(delivery)
    assert (delivery.state, delivery.item, delivery.url, delivery.counts) == (
        S.DELIVERED,
        OUT.item,
        OUT.url,
        OUT.counts,
    )
    assert (delivery.declared, delivery.tries, delivery.job_state) == (False, 1, Claim.DONE)
    assert channel.asked == [("publish", delivery.reference)]
    assert heard == [S.DELIVERED]
    assert codes(delivery) == ["ordered", "published"]


def test_nothing_goes_out_before_its_time(people, scripted):
    channel = scripted("idempotent")
    delivery = order(people, make_outlet(people, "scripted"), due_at=timezone.now() + timedelta(hours=1))
    send_all(delivery)
    assert (delivery.state, channel.asked) == (S.WAITING, [])


def test_an_outlet_that_is_not_turned_on_only_rehearses(people, scripted, heard):
    channel = scripted("idempotent")
    delivery = order(people, make_outlet(people, "scripted", on=False))
    send_all(delivery)
    assert (delivery.state, channel.asked, heard) == (S.DRY_RUN, [], [])
    assert not Delivery.objects.counted().exists()
    assert codes(delivery) == ["ordered", "rehearsed"]


def test_sending_is_committed_before_the_call(people, scripted, transactional_db):
    def look():
        return replace(OUT, item=Delivery.objects.get().state)

    scripted("idempotent", look)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    assert delivery.item == S.SENDING


@pytest.mark.parametrize("settle", SETTLES)
def test_a_passing_error_waits_longer_each_time(people, scripted, settle):
    channel = scripted(settle, *[PassingError("bận")] * 3, OUT)
    delivery = order(people, make_outlet(people, "scripted"))
    waits = []
    for _try in range(3):
        before = timezone.now()
        send_all(delivery)
        assert (delivery.state, delivery.last_error) == (S.WAITING, "PassingError: bận")
        waits.append(round((delivery.next_try_at - before).total_seconds() / 60))
        send_all(delivery)
        let_time_pass(delivery)
    send_all(delivery)
    assert waits == [1, 2, 4]
    assert (delivery.state, delivery.last_error, delivery.tries) == (S.DELIVERED, "", 4)
    assert len(channel.asked) == 4


def test_the_channel_says_when_and_the_whole_outlet_rests(people, scripted):
    channel = scripted("idempotent", PassingError(retry_after=timedelta(minutes=90)))
    outlet = make_outlet(people, "scripted")
    first, second = order(people, outlet), order(people, outlet, subject="test.version:2")
    send_all(first, second)
    assert len(channel.asked) == 1
    assert first.next_try_at - timezone.now() > timedelta(minutes=85)
    assert Outlet.objects.get(pk=outlet.pk).paused_until == first.next_try_at
    assert second.state == S.WAITING


def test_after_many_tries_it_stops_and_a_person_is_told(people, scripted):
    scripted("idempotent", *[PassingError("bận")] * Delivery.MAX_TRIES)
    delivery = order(people, make_outlet(people, "scripted"))
    for _try in range(Delivery.MAX_TRIES):
        let_time_pass(delivery)
        send_all(delivery)
    assert delivery.state == S.REFUSED
    assert "bận" in delivery.note
    assert WorkItem.objects.open().get().position == people.coordinator.position


def test_a_permanent_error_stops_with_its_sentence(people, scripted, heard):
    scripted("look-up", PermanentError("Ảnh bìa quá nhỏ."))
    delivery = order(people, make_outlet(people, "scripted", keeper=people.member.position))
    send_all(delivery)
    assert (delivery.state, delivery.note, heard) == (S.REFUSED, "Ảnh bìa quá nhỏ.", [S.REFUSED])
    assert WorkItem.objects.open().get().position == people.member.position


@pytest.mark.parametrize(
    "fault", [UnknownOutcome(), TimeoutError(), KeyError("items")], ids=lambda one: type(one).__name__
)
@pytest.mark.parametrize(
    ("settle", "answers", "asked", "ends"),
    [
        ("idempotent", [OUT], ["publish", "publish"], S.DELIVERED),
        ("look-up", [OUT], ["publish", "find"], S.DELIVERED),
        ("look-up", [None, OUT], ["publish", "find", "publish"], S.DELIVERED),
        ("look-up", [PassingError(), OUT], ["publish", "find"], S.SENDING),
        ("ask", [], ["publish"], S.UNKNOWN),
    ],
)
def test_when_nobody_knows_the_channel_decides_how_it_is_settled(people, scripted, fault, settle, answers, asked, ends):
    channel = scripted(settle, fault, *answers)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    let_time_pass(delivery)
    send_all(delivery)
    assert ([question for question, _about in channel.asked], delivery.state) == (asked, ends)
    assert "items" not in delivery.last_error


@pytest.mark.parametrize(
    ("settle", "answers", "asked", "ends"),
    [
        ("idempotent", [OUT], ["publish"], S.DELIVERED),
        ("look-up", [OUT], ["find"], S.DELIVERED),
        ("look-up", [None, OUT], ["find", "publish"], S.DELIVERED),
        ("look-up", [None, PermanentError("Không nhận.")], ["find", "publish"], S.REFUSED),
        ("ask", [], [], S.UNKNOWN),
    ],
)
def test_who_finds_sending_settles_and_never_just_sends(people, scripted, settle, answers, asked, ends):
    channel = scripted(settle, *answers)
    delivery = order(people, make_outlet(people, "scripted"))
    killed_while_sending(delivery)
    send_all(delivery)
    assert ([question for question, _about in channel.asked], delivery.state) == (asked, ends)


def test_looking_up_waits_until_an_item_would_show(people, scripted, monkeypatch):
    channel = scripted("look-up", None, OUT)
    monkeypatch.setattr(channel, "shows_within", timedelta(minutes=2))
    delivery = order(people, make_outlet(people, "scripted"))
    killed_while_sending(delivery)
    send_all(delivery)
    assert (delivery.state, channel.asked) == (S.SENDING, [])
    assert delivery.next_try_at == delivery.sent_at + timedelta(minutes=2)
    Delivery.objects.update(sent_at=timezone.now() - timedelta(minutes=3))
    let_time_pass(delivery)
    send_all(delivery)
    assert [question for question, _about in channel.asked] == ["find", "publish"]


@pytest.mark.parametrize("settle", SETTLES)
def test_nothing_is_sent_again_once_the_outlet_was_turned_off(people, scripted, settle):
    channel = scripted(settle)
    delivery = order(people, make_outlet(people, "scripted"))
    killed_while_sending(delivery)
    Outlet.objects.update(dry_run=True)
    send_all(delivery)
    assert (delivery.state, channel.asked) == (S.UNKNOWN, [])


def test_what_kills_every_worker_is_given_to_a_person(people, scripted):
    channel = scripted("idempotent")
    delivery = order(people, make_outlet(people, "scripted"))
    killed_while_sending(delivery)
    Delivery.objects.update(tries=Delivery.MAX_TRIES)
    send_all(delivery)
    assert (delivery.state, channel.asked) == (S.UNKNOWN, [])


def test_moderation_is_waited_for(people, scripted, heard):
    channel = scripted("look-up", HELD, HELD, UnknownOutcome(), OUT)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    assert (delivery.state, delivery.item) == (S.MODERATION, "tin-1")
    for _look in range(3):
        send_all(delivery)
        let_time_pass(delivery)
        send_all(delivery)
    assert (delivery.state, heard) == (S.DELIVERED, [S.MODERATION, S.DELIVERED])
    assert channel.asked[1:] == [("check", "tin-1")] * 3


@pytest.mark.parametrize("answer", [GONE, Receipt("tin-1", ItemState.REFUSED, sentence="Trái quy định của kênh.")])
def test_moderation_may_refuse(people, scripted, answer):
    scripted("look-up", HELD, answer)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.REFUSED
    assert delivery.note == (answer.sentence or "Kênh không đăng tin này.")


def test_moderation_that_never_ends_is_given_to_a_person(people, scripted):
    scripted("look-up", HELD, HELD)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    Delivery.objects.update(sent_at=timezone.now() - timedelta(days=4))
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.UNKNOWN


@pytest.mark.parametrize(
    ("limits", "span"), [(Limits(per_minute=2), timedelta(minutes=1)), (Limits(per_day=2), timedelta(days=1))]
)
def test_no_more_goes_out_than_the_channel_takes(people, scripted, monkeypatch, limits, span):
    channel = scripted("idempotent", OUT, OUT)
    monkeypatch.setattr(channel, "limits", limits)
    outlet = make_outlet(people, "scripted")
    rows = [order(people, outlet, subject=f"test.version:{n}") for n in range(3)]
    send_all(*rows)
    assert [row.state for row in rows] == [S.DELIVERED, S.DELIVERED, S.WAITING]
    assert rows[2].next_try_at == rows[0].sent_at + span
    assert rows[2].tries == 0


def test_only_what_was_approved_goes_out(people, scripted):
    channel = scripted("idempotent")
    delivery = order(people, make_outlet(people, "scripted"))
    Delivery.objects.update(payload=delivery.payload | {"text": "Lời khác."})
    send_all(delivery)
    assert (delivery.state, channel.asked) == (S.REFUSED, [])
    assert "đã duyệt" in delivery.note


def test_a_channel_that_was_taken_away_leaves_a_sentence(people, scripted):
    scripted("idempotent")
    delivery = order(people, make_outlet(people, "scripted"))
    Outlet.objects.update(channel="khong-co")
    send_all(delivery)
    assert delivery.state == S.REFUSED
    assert "không còn được cài" in delivery.note


def test_a_fault_of_the_room_above_takes_nothing_back_and_is_tried_again(people, scripted, monkeypatch):
    """The receipt and what it closes are one transaction; the channel is asked again as after a killed worker."""
    from lienthong.channels.core import callbacks

    def fail(_delivery):
        raise RuntimeError("above")

    channel = scripted("look-up", OUT, OUT)
    monkeypatch.setattr(callbacks, "_callbacks", [fail])
    delivery = order(people, make_outlet(people, "scripted"), make_message())
    send_all(delivery)
    assert (delivery.state, delivery.item) == (S.SENDING, "")
    monkeypatch.setattr(callbacks, "_callbacks", [])
    let_time_pass(delivery)
    send_all(delivery)
    assert (delivery.state, [question for question, _about in channel.asked]) == (S.DELIVERED, ["publish", "find"])


def test_an_item_that_is_out_is_looked_after_every_night(people, scripted):
    channel = scripted("look-up", OUT, replace(OUT, counts={"views": 40}), UnknownOutcome(), GONE)
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    for gone, views in ((False, 40), (False, 40), (True, 40)):
        assert look_after_items() == 1
        look_after.call(delivery.pk)
        delivery.refresh_from_db()
        assert (delivery.state, delivery.gone, delivery.counts) == (S.DELIVERED, gone, {"views": views})
    assert "không còn" in WorkItem.objects.open().get().title
    assert look_after_items() == 0
    assert [question for question, _about in channel.asked] == ["publish", "check", "check", "check"]
