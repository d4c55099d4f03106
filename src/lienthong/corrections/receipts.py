"""What a receipt of a channel means here: once a corrected version is out, its numbered note is public."""

from lienthong.channels.core.service import Delivery, on_receipt
from lienthong.core import public
from lienthong.core.keys import resolve
from lienthong.corrections.actions.note_product import note_product
from lienthong.newsroom.service import Version
from lienthong.organisations.service import Position


def take_receipt(delivery: Delivery) -> None:
    """Called in the transaction that writes the receipt, perhaps twice for the same. A rehearsal is no receipt, and a
    rerun says nothing new. Who approved stands in the message, as it was approved.
    """
    version = resolve(delivery.subject)
    if not isinstance(version, Version) or not version.correction:
        return
    if delivery.state in (Delivery.State.DELIVERED, Delivery.State.WITHDRAWN):
        # The page of the note leads to the article while there is one.
        public.changed(version.product.office_id)
    if delivery.state != Delivery.State.DELIVERED or delivery.is_rerun:
        return
    approver = resolve(str(delivery.payload["extra"].get("approved_by", "")))
    if isinstance(approver, Position):
        note_product(version, approved_by=approver)


on_receipt(take_receipt)
