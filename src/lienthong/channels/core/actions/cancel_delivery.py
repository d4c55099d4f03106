"""Cancel a delivery that has not gone out."""

from django.db import transaction

from lienthong.channels.core.deciding import locked, required
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.outcomes import move
from lienthong.organisations.service import Actor


@transaction.atomic
def cancel_delivery(actor: Actor, delivery: Delivery, *, reason: str) -> Delivery:
    """A worker that has claimed the row and not begun yet finds it taken away."""
    reason = required(reason)
    delivery = locked(actor, delivery, "cancel")
    return move(delivery, "cancel", by=actor.stamp, sentence=reason, reason=reason)
