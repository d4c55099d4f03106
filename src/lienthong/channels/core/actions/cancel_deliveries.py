"""Cancel everything of a version or product that has not gone out, reruns included."""

from django.db import transaction

from lienthong.channels.core.actions.cancel_delivery import cancel_delivery
from lienthong.channels.core.models import Delivery
from lienthong.organisations.service import Actor


@transaction.atomic
def cancel_deliveries(actor: Actor, key: str, *, reason: str) -> list[Delivery]:
    """What was cancelled; what is being sent just now is not among it and is withdrawn afterwards."""
    waiting = Delivery.objects.of(key).still_to_come().select_for_update(of=("self",))
    return [cancel_delivery(actor, delivery, reason=reason) for delivery in waiting]
