"""Take an answer that comes by itself: a person who posted by hand, a device that says what it played."""

from django.db import transaction

from lienthong.audit.service import SYSTEM
from lienthong.channels.core.contract import ItemState, Receipt
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.outcomes import ACT_OF, facts_of, move
from lienthong.organisations.service import Actor


@transaction.atomic
def receive_receipt(
    delivery: Delivery, receipt: Receipt, *, declared: bool = False, actor: Actor | None = None
) -> Delivery:
    """``declared``: a person says so (khai tay). The channel that calls this has asked for the right to say it.

    Heard twice, the second time changes nothing; what the table does not allow is :class:`Refused`.
    """
    held = Delivery.objects.select_for_update(of=("self",)).select_related("outlet__office")
    delivery, by = held.get(pk=delivery.pk), actor.stamp if actor else SYSTEM
    gone = receipt.state in (ItemState.WITHDRAWN, ItemState.GONE)
    if delivery.state == Delivery.State.WITHDRAWING and gone:
        return move(delivery, "vanish", by=by)
    if delivery.state == Delivery.State.DELIVERED and receipt.state is ItemState.PUBLISHED:
        return delivery
    act = "declare" if delivery.state == Delivery.State.UNKNOWN else ACT_OF[receipt.state]
    return move(delivery, act, by=by, sentence=receipt.sentence, declared=declared, **facts_of(receipt))
