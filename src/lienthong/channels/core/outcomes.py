"""Writing what became of a delivery: state, receipt, event, work item and word to the rooms above, all or nothing."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import SYSTEM, EventKind, Stamp, record
from lienthong.channels.core import events, items
from lienthong.channels.core.callbacks import tell
from lienthong.channels.core.contract import ItemState, Receipt
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.tasks import send_due
from lienthong.channels.core.workflow import DELIVERY
from lienthong.core.keys import key_of
from lienthong.jobs.service import Claim, wake

#: Act of the table → the event that it leaves.
_EVENTS: dict[str, EventKind] = {
    "publish": events.PUBLISHED,
    "declare": events.DECLARED,
    "hold": events.HELD,
    "rehearse": events.REHEARSED,
    "refuse": events.REFUSED,
    "lose": events.LOST,
    "resume": events.RESUMED,
    "order": events.RESUMED,
    "cancel": events.CANCELLED,
    "withdraw": events.WITHDRAWING,
    "vanish": events.WITHDRAWN,
    "keep": events.STAYED,
}
#: Outcomes about which a person has to do something.
_ASKING = ("refuse", "lose", "keep")
#: What a person decided, so that nobody need look any more.
_DECIDING = ("declare", "resume", "cancel", "withdraw")
#: Moves that say nothing about the outcome.
_SILENT = ("rehearse", "resume", "order", "withdraw", "cancel")


@transaction.atomic
def move(
    delivery: Delivery, act: str, *, by: Stamp = SYSTEM, sentence: str = "", done: bool = True, **values: Any
) -> Delivery:
    """Write the state after ``act`` with ``values``; ``done``: the row has no more work in the background.

    ``sentence`` says why, where somebody did. A worker that holds the row keeps it against others (``LeaseLost``);
    who acts from a page has locked it, and takes it out of the hands of a worker that has not begun.
    """
    values = {"state": DELIVERY.move(delivery.state, act), **values}
    if done:
        values |= {"job_state": Claim.DONE, "lease_until": None}
    if act in ("publish", "declare"):
        values |= {"delivered_at": timezone.now()}
    if delivery.job_state == Claim.CLAIMED:
        delivery.write(**values)
    else:
        for name, value in values.items():
            setattr(delivery, name, value)
        delivery.save(update_fields=list(values))
    _leave_traces(delivery, act, by, sentence)
    return delivery


def work_on(delivery: Delivery, act: str, **values: Any) -> Delivery:
    """Write the state after ``act`` and let a worker take the row at once, as if it had never been tried."""
    wake(send_due)
    return move(
        delivery, act, done=False, job_state=Claim.WAITING, lease_until=None, next_try_at=timezone.now(), tries=0,
        **values,
    )  # fmt: skip


def _leave_traces(delivery: Delivery, act: str, by: Stamp, sentence: str) -> None:
    outlet = delivery.outlet
    data = {"title": delivery.title, "outlet": outlet.name} | ({"reason": sentence} if sentence else {})
    record(_EVENTS[act], delivery, by=by, office=key_of(outlet.office), **data)
    if act in _ASKING:
        items.ask_about(delivery)
    elif act in _DECIDING:
        items.settle(delivery)
    if act not in _SILENT:
        tell(delivery)


def facts_of(receipt: Receipt) -> dict[str, Any]:
    """The columns of a delivery that a receipt fills."""
    counts = dict(receipt.counts) if receipt.counts is not None else None
    return {
        "item": receipt.item[:300],
        "url": receipt.url[:500],
        "counts": counts,
        "note": receipt.sentence[:500],
        "last_error": "",
    }


#: What a channel says of an item that we wait for → act of the table.
ACT_OF = {
    ItemState.PUBLISHED: "publish",
    ItemState.WAITING: "hold",
    ItemState.REFUSED: "refuse",
    ItemState.WITHDRAWN: "refuse",
    ItemState.GONE: "refuse",
}
