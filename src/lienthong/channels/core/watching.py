"""Looking after items of our own that are out: are they still there, and what are their total counts."""

import logging

from django.db import transaction

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.core import events, items
from lienthong.channels.core.accounts import channel_of
from lienthong.channels.core.contract import ItemState
from lienthong.channels.core.models import Delivery
from lienthong.core.keys import key_of
from lienthong.core.language import kept

logger = logging.getLogger(__name__)


def look_after(delivery: Delivery) -> None:
    """Keep what the channel says now; when the item is gone from there somebody is told. No answer changes nothing."""
    try:
        receipt = channel_of(delivery.outlet).check(delivery.item)
    except Exception as fault:
        logger.warning("%s: its channel does not say how it is: %s", delivery.reference, type(fault).__name__)
        return
    with transaction.atomic():
        found = Delivery.objects.select_for_update(of=("self",)).select_related("outlet__office").get(pk=delivery.pk)
        if found.state != Delivery.State.DELIVERED:
            return
        if receipt.state in (ItemState.PUBLISHED, ItemState.WAITING):
            found.url = receipt.url[:500] or found.url
            found.counts = found.counts if receipt.counts is None else dict(receipt.counts)
        elif not found.gone:
            found.gone, found.note = True, kept("Kênh cho biết tin không còn ở đó.")
            record(
                events.GONE, found, by=SYSTEM, office=key_of(found.outlet.office), title=found.title,
                outlet=found.outlet.name,
            )  # fmt: skip
            items.ask_about(found)
        found.save(update_fields=["url", "counts", "gone", "note"])
