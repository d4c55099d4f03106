"""Take back an item of our own from a channel."""

from django.db import transaction

from lienthong.channels.core.deciding import locked, required
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.outcomes import work_on
from lienthong.organisations.service import Actor


@transaction.atomic
def withdraw_delivery(actor: Actor, delivery: Delivery, *, reason: str) -> Delivery:
    """The channel is asked in the background, again and again until it answers."""
    reason = required(reason)
    delivery = locked(actor, delivery, "withdraw")
    return work_on(delivery, "withdraw", by=actor.stamp, sentence=reason, reason=reason)
