"""Send again what could not be sent, or was only rehearsed."""

from django.db import transaction

from lienthong.channels.core.deciding import locked
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.outcomes import work_on
from lienthong.organisations.service import Actor


@transaction.atomic
def resume_delivery(actor: Actor, delivery: Delivery) -> Delivery:
    return work_on(locked(actor, delivery, "resume"), "resume", by=actor.stamp, note="", last_error="")
