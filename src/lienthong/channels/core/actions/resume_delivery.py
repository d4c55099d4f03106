"""Send again what could not be sent, or was only rehearsed."""

from django.db import transaction
from django.utils import timezone

from lienthong.channels.core.deciding import locked
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.outcomes import move
from lienthong.channels.core.tasks import send_due
from lienthong.jobs.service import Claim, wake
from lienthong.organisations.service import Actor


@transaction.atomic
def resume_delivery(actor: Actor, delivery: Delivery) -> Delivery:
    delivery = move(
        locked(actor, delivery, "resume"), "resume", by=actor.stamp, done=False, job_state=Claim.WAITING,
        lease_until=None, next_try_at=timezone.now(), tries=0, note="", last_error="",
    )  # fmt: skip
    wake(send_due)
    return delivery
