"""Say that what was posted by hand is taken down."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.channels.contrib.by_hand import events, items
from lienthong.channels.contrib.by_hand.deciding import locked
from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.core.service import ItemState, Receipt, receive
from lienthong.organisations.service import Actor


@transaction.atomic
def confirm_removal(actor: Actor, handover: Handover) -> Handover:
    handover = locked(actor, handover, "remove")
    handover.removed_at = timezone.now()
    handover.save(update_fields=["removed_at"])
    items.settle(handover)
    receive(handover.delivery, Receipt(handover.delivery.reference, ItemState.WITHDRAWN), declared=True, actor=actor)
    record(events.REMOVED, handover, by=actor.stamp, title=handover.delivery.title)
    return handover
