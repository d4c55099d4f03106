"""Stop a version or product everywhere: nothing more of it goes out, reruns included, and nothing is tried again."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.channels.core import events
from lienthong.channels.core.actions.cancel_delivery import cancel_delivery
from lienthong.channels.core.actions.withdraw_delivery import withdraw_delivery
from lienthong.channels.core.deciding import required
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.permissions import delivery_abilities
from lienthong.organisations.service import Actor

_S = Delivery.State
#: What may still go out after somebody or something else acts: it is marked, so that it does not.
_OPEN = (_S.SENDING, _S.UNKNOWN, _S.DRY_RUN)


@transaction.atomic
def stop_deliveries(actor: Actor, key: str, *, reason: str) -> None:
    """What waits here is cancelled, what a channel took and has not let out is taken back from there.

    What is being sent just now may be out a moment later; when the channel takes nothing it is not tried again. What
    is out stays out.
    """
    reason = required(reason)
    for delivery in Delivery.objects.of(key).select_for_update(of=("self",)).select_related("outlet__office"):
        abilities = delivery_abilities(actor, delivery)
        if abilities.cancel:
            cancel_delivery(actor, delivery, reason=reason)
        elif delivery.state == _S.MODERATION and abilities.withdraw:
            withdraw_delivery(actor, delivery, reason=reason)
        elif delivery.state in _OPEN:
            delivery.stopped, delivery.reason = True, reason
            delivery.save(update_fields=["stopped", "reason"])
            record(
                events.STOPPED, delivery, by=actor.stamp, title=delivery.title, outlet=delivery.outlet.name,
                reason=reason,
            )  # fmt: skip
