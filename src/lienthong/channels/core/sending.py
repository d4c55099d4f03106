"""The worker's part of a delivery. SENDING is committed before the call; who finds SENDING settles, and does not send.

An attempt ends in one of four ways: a receipt; :class:`PassingError` or :class:`PermanentError`, after which nothing
was published for certain; anything else, a dead worker included, after which nobody knows.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.channels.core.accounts import channel_of
from lienthong.channels.core.contract import (
    Channel,
    ItemState,
    Message,
    PassingError,
    PermanentError,
    Receipt,
    Settle,
)
from lienthong.channels.core.models import Delivery, Outlet
from lienthong.channels.core.outcomes import ACT_OF, facts_of, move
from lienthong.channels.core.payloads import thawed
from lienthong.jobs.service import LeaseLost

#: How long an outlet rests after a call that nobody answered.
REST = timedelta(minutes=1)

logger = logging.getLogger(__name__)
_S = Delivery.State


def work(delivery: Delivery) -> None:
    """What a claimed delivery needs next, by its state."""
    rests_until = delivery.outlet.paused_until
    if rests_until is not None and rests_until > timezone.now():
        delivery.put_back(rests_until, delivery.last_error)
        return
    try:
        channel = channel_of(delivery.outlet)
        message = thawed(delivery.payload, delivery.sha256, delivery.reference)
    except PermanentError as fault:
        _stop(delivery, fault)
        return
    _STEPS[_S(delivery.state)](delivery, channel, message)


def _stop(delivery: Delivery, fault: PermanentError) -> None:
    """It cannot even be tried. What may have gone out before is not known any better by that."""
    if delivery.state == _S.WAITING:
        _refuse(delivery, fault.sentence)
    elif delivery.state == _S.WITHDRAWING:
        _keep(delivery, fault.sentence)
    else:
        move(delivery, "lose", note=fault.sentence[:500])


def _first_try(delivery: Delivery, channel: Channel, message: Message) -> None:
    if delivery.stopped:
        move(delivery, "cancel", sentence=delivery.reason)
    elif delivery.outlet.dry_run:
        move(delivery, "rehearse")
    elif _begin(delivery, channel):
        _attempt(delivery, channel, message)


def _settle(delivery: Delivery, channel: Channel, message: Message) -> None:
    """Somebody began this and nobody wrote how it ended."""
    if delivery.outlet.dry_run or channel.settle is Settle.ASK or delivery.tries >= delivery.MAX_TRIES:
        move(delivery, "lose")
        return
    if channel.settle is Settle.LOOK_UP:
        visible_at = (delivery.sent_at or delivery.ordered_at) + channel.shows_within
        if visible_at > timezone.now():
            delivery.put_back(visible_at, delivery.last_error)
            return
        found = _asked(delivery, channel, lambda: channel.find(delivery.reference))
        if found is not None:
            _keep_receipt(delivery, channel, found)
        if found is not None or delivery.job_state != delivery.CLAIMED:
            return
    if why := _stopped_why(delivery):
        # Looked up and not found it is not out; under our own reference it may be, and a person looks.
        move(delivery, "cancel" if channel.settle is Settle.LOOK_UP else "lose", sentence=why)
    elif _begin(delivery, channel):
        _attempt(delivery, channel, message)


def _look_after(delivery: Delivery, channel: Channel, message: Message) -> None:
    """Ask about an item that waits at the channel."""
    receipt = _asked(delivery, channel, lambda: channel.check(delivery.item))
    if receipt is not None:
        _keep_receipt(delivery, channel, receipt)


def _take_back(delivery: Delivery, channel: Channel, message: Message) -> None:
    """Withdrawing what is withdrawn already changes nothing, so that this may be tried again."""
    try:
        receipt = channel.withdraw(delivery.item)
    except PermanentError as fault:
        _keep(delivery, fault.sentence)
    except (DatabaseError, LeaseLost):
        raise
    except Exception as fault:
        logger.warning("%s was not withdrawn: %s", delivery.reference, type(fault).__name__)
        delivery.write(tries=delivery.tries + 1)
        if delivery.tries >= delivery.MAX_TRIES:
            _keep(delivery, _("Kênh không trả lời sau nhiều lần rút."))
        else:
            delivery.put_back(_again_at(delivery, fault), _said(fault))
    else:
        if receipt.state is ItemState.WAITING:
            delivery.finish()
        elif receipt.state is ItemState.PUBLISHED:
            _keep(delivery, receipt.sentence or _("Kênh trả lời rằng tin vẫn còn đó."))
        else:
            move(delivery, "vanish")


def _begin(delivery: Delivery, channel: Channel) -> bool:
    """Commit SENDING, unless the outlet has sent as much as its channel takes; then wait until it may again."""
    limits, now = channel.limits, timezone.now()
    begun = {"state": _S.SENDING, "sent_at": now, "tries": delivery.tries + 1}
    if limits.per_minute is None and limits.per_day is None:
        delivery.write(**begun)
        return True
    with transaction.atomic():
        Outlet.objects.select_for_update().get(pk=delivery.outlet_id)
        windows = ((limits.per_minute, timedelta(minutes=1)), (limits.per_day, timedelta(days=1)))
        until = max((_room_at(delivery, most, span, now) for most, span in windows), default=now)
        if until > now:
            delivery.put_back(until, delivery.last_error)
            return False
        delivery.write(**begun)
    return True


def _room_at(delivery: Delivery, most: int | None, span: timedelta, now: datetime) -> datetime:
    """When the outlet may send once more under "``most`` in ``span``"; ``now`` when it may at once."""
    if most is None:
        return now
    sent = Delivery.objects.filter(outlet=delivery.outlet_id, sent_at__gt=now - span).exclude(pk=delivery.pk)
    times = [at for at in sent.order_by("-sent_at").values_list("sent_at", flat=True)[:most] if at is not None]
    return times[-1] + span if len(times) >= most else now


def _attempt(delivery: Delivery, channel: Channel, message: Message) -> None:
    try:
        receipt = channel.publish(message)
    except PermanentError as fault:
        _refuse(delivery, fault.sentence)
    except PassingError as fault:
        _postpone(delivery, fault)
    except (DatabaseError, LeaseLost):
        raise
    except Exception as fault:
        logger.warning("%s: nobody knows whether it went out: %s", delivery.reference, type(fault).__name__)
        _lost(delivery, channel, fault)
    else:
        _keep_receipt(delivery, channel, receipt)


def _keep_receipt(delivery: Delivery, channel: Channel, receipt: Receipt) -> None:
    act, values = ACT_OF[receipt.state], facts_of(receipt)
    if act == "refuse":
        _refuse(delivery, receipt.sentence or _("Kênh không đăng tin này."), **values)
    elif act == "publish":
        move(delivery, act, **values)
    elif delivery.state == _S.MODERATION:
        _wait_on(delivery, channel)
    else:
        if channel.check_every is not None:
            values |= {"job_state": delivery.WAITING, "lease_until": None}
            values["next_try_at"] = timezone.now() + channel.check_every
        move(delivery, act, done=channel.check_every is None, **values)


def _wait_on(delivery: Delivery, channel: Channel) -> None:
    if channel.check_every is None:
        delivery.finish()
    elif delivery.sent_at is not None and timezone.now() - delivery.sent_at > channel.waits_at_most:
        move(delivery, "lose")
    else:
        delivery.put_back(timezone.now() + channel.check_every)


def _postpone(delivery: Delivery, fault: PassingError) -> None:
    """Nothing was published. The outlet rests when its channel said for how long; the row waits longer each time."""
    if delivery.tries >= delivery.MAX_TRIES:
        sentence = _("Kênh chưa nhận sau %(n)d lần thử: %(answer)s")
        _refuse(delivery, sentence % {"n": delivery.tries, "answer": fault.sentence or _("không nói lý do")})
        return
    again = _again_at(delivery, fault)
    with transaction.atomic():
        if why := _stopped_why(delivery):
            move(delivery, "cancel", sentence=why, note=fault.sentence[:500])
            return
        if fault.retry_after is not None:
            Outlet.objects.filter(pk=delivery.outlet_id).update(paused_until=again)
        delivery.write(state=_S.WAITING)
        delivery.put_back(again, _said(fault))


def _stopped_why(delivery: Delivery) -> str:
    """The reason for which it was stopped, "" when it was not, as it stands now: somebody may have stopped it while
    this worker held the row.
    """
    return Delivery.objects.filter(pk=delivery.pk, stopped=True).values_list("reason", flat=True).first() or ""


def _lost(delivery: Delivery, channel: Channel, fault: Exception) -> None:
    with transaction.atomic():
        Outlet.objects.filter(pk=delivery.outlet_id).update(paused_until=timezone.now() + REST)
        if channel.settle is Settle.ASK:
            move(delivery, "lose", last_error=_said(fault))
        else:
            delivery.put_back(timezone.now() + delivery.pause(), _said(fault))


def _asked(delivery: Delivery, channel: Channel, question: Callable[[], Receipt | None]) -> Receipt | None:
    """The channel's answer about an item of ours; when it gives none the row is put back and asked about later."""
    try:
        return question()
    except (DatabaseError, LeaseLost):
        raise
    except Exception as fault:
        logger.warning("%s: its channel does not say what became of it: %s", delivery.reference, type(fault).__name__)
        began = delivery.sent_at or delivery.ordered_at
        if timezone.now() - began < channel.waits_at_most:
            delivery.put_back(_again_at(delivery, fault), _said(fault))
        else:
            move(delivery, "lose", last_error=_said(fault))
        return None


def _refuse(delivery: Delivery, sentence: str, **values: Any) -> None:
    move(delivery, "refuse", sentence=sentence, **{**values, "note": sentence[:500]})


def _keep(delivery: Delivery, sentence: str) -> None:
    move(delivery, "keep", sentence=sentence, note=sentence[:500])


def _again_at(delivery: Delivery, fault: Exception) -> datetime:
    asked = fault.retry_after if isinstance(fault, PassingError) else None
    return timezone.now() + (asked or delivery.pause())


def _said(fault: Exception) -> str:
    """The kind of a fault, and its sentence only where a channel wrote it: others may hold what nobody should read."""
    sentence = fault.sentence if isinstance(fault, PassingError) else ""
    return f"{type(fault).__name__}: {sentence}"[:500]


_STEPS: dict[Delivery.State, Callable[[Delivery, Channel, Message], None]] = {
    _S.WAITING: _first_try,
    _S.SENDING: _settle,
    _S.MODERATION: _look_after,
    _S.WITHDRAWING: _take_back,
}
