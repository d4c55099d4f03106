"""Put all products of a timed release into the calendar at once, or none of them."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom import events
from lienthong.newsroom.actions.schedule_product import schedule_product
from lienthong.newsroom.models import Product, Release
from lienthong.organisations.service import Actor, abilities_for


@transaction.atomic
def schedule_release(actor: Actor, release: Release) -> Release:
    """Each goes to the outlets for which it was written. Refused as a whole while one is not approved."""
    release = Release.objects.select_for_update().get(pk=release.pk)
    if not abilities_for(actor, release).change:
        raise NotAllowed(_("Chỉ lãnh đạo, trưởng đơn vị, tổng hợp lên lịch đợt phát hành."))
    if release.scheduled_at is not None:
        raise Refused(_("Đợt này đã lên lịch."))
    for product in release.products.order_by("pk"):
        if product.state != Product.State.APPROVED:
            raise Refused(_("“%(title)s” chưa được duyệt.") % {"title": product.title})
        outlets = list(product.outlets.all())
        if not outlets:
            raise Refused(_("“%(title)s” chưa chọn điểm phát hành.") % {"title": product.title})
        schedule_product(actor, product, outlets=outlets, due_at=release.at)
    release.scheduled_at = timezone.now()
    release.save(update_fields=["scheduled_at"])
    record(events.RELEASE_SCHEDULED, release, by=actor.stamp, title=release.title)
    return release
