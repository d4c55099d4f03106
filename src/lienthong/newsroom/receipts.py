"""What a receipt of a channel changes: the product is out, and the occurrence it was made for is closed. Once.

A dry run, a delivery of unknown outcome and a rerun never close anything. What five outlets carried, or what credits
two assignments, is one piece of work with several receipts: figures count it once.
"""

from django.utils import timezone

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.core.service import Delivery, on_receipt
from lienthong.core.keys import key_of, resolve
from lienthong.core.language import kept
from lienthong.newsroom import events, items
from lienthong.newsroom.models import Product, Version
from lienthong.newsroom.workflow import PRODUCT
from lienthong.plans.service import Delivered, record_delivery


def take_receipt(delivery: Delivery) -> None:
    """Called in the transaction that writes the receipt, perhaps twice for the same; anything but "out" is no news."""
    if delivery.state != Delivery.State.DELIVERED or delivery.is_rerun:
        return
    version = resolve(delivery.subject)
    if not isinstance(version, Version):
        return
    product = Product.objects.select_for_update().get(pk=version.product_id)
    _mark_out(product, version, delivery)
    if product.credits.exists():
        _prove(product, delivery)


def _mark_out(product: Product, version: Version, delivery: Delivery) -> None:
    if product.released_id is not None and version.pk != product.approved_id:
        # An older version comes late: the newer one stays what the public is given.
        return
    again = product.released_id is not None and product.released_id != version.pk
    act = "release_correction" if again and product.state == Product.State.SCHEDULED else "release"
    if not PRODUCT.allows(product.state, act):
        return
    product.state = PRODUCT.move(product.state, act)
    product.released, product.released_at = version, delivery.delivered_at or timezone.now()
    product.save(update_fields=["state", "released", "released_at"])
    record(
        events.RELEASED, product, by=SYSTEM, office=key_of(product.office), number=version.number,
        outlet=delivery.outlet.name,
    )  # fmt: skip
    items.tell(product, product.last_editor, kept("Đã phát hành: %(title)s"))


def _prove(product: Product, delivery: Delivery) -> None:
    by = product.scheduled_by or product.last_editor
    delivered = Delivered(
        outlet=delivery.outlet.name, reference=delivery.reference, url=delivery.url, sha256=delivery.sha256,
        declared=delivery.declared,
    )  # fmt: skip
    day = timezone.localdate(delivery.delivered_at)
    credits = list(product.credits.select_related("share__assignment__plan__office", "share__body", "occurrence"))
    product.work = record_delivery(
        by, product.work, title=product.title, done_on=day, delivered=delivered,
        shares=[credit.share for credit in credits if credit.occurrence is None],
        occurrences=[credit.occurrence for credit in credits if credit.occurrence is not None],
    )  # fmt: skip
    product.save(update_fields=["work"])


on_receipt(take_receipt)
