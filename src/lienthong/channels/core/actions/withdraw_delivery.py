"""Take back an item of our own from a channel."""

from django.db import transaction
from django.utils import timezone

from lienthong.channels.core.deciding import locked, required
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.outcomes import move
from lienthong.channels.core.tasks import send_due
from lienthong.jobs.service import Claim, wake
from lienthong.organisations.service import Actor


@transaction.atomic
def withdraw_delivery(actor: Actor, delivery: Delivery, *, reason: str) -> Delivery:
    """The channel is asked in the background, again and again until it answers."""
    reason = required(reason)
    wake(send_due)
    return move(
        locked(actor, delivery, "withdraw"), "withdraw", by=actor.stamp, sentence=reason, reason=reason, done=False,
        job_state=Claim.WAITING, lease_until=None, next_try_at=timezone.now(), tries=0,
    )  # fmt: skip
