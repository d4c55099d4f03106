"""Let several products go out together: name the time, and which."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom import events
from lienthong.newsroom.models import Product, Release
from lienthong.newsroom.permissions import may_plan
from lienthong.organisations.service import Actor


@transaction.atomic
def plan_release(actor: Actor, *, title: str, at: datetime, products: Sequence[Product]) -> Release:
    """They may still be written; the release is put into the calendar when all of them are approved."""
    if not may_plan(actor):
        raise NotAllowed(_("Chỉ lãnh đạo, trưởng đơn vị, tổng hợp lập đợt phát hành."))
    if not title.strip():
        raise Refused(_("Hãy ghi tên đợt phát hành."), field="title")
    if at <= timezone.now():
        raise Refused(_("Giờ phát hành phải ở phía trước."), field="at")
    if len(products) < 2:
        raise Refused(_("Hãy chọn ít nhất hai sản phẩm."), field="products")
    release: Release = Release.objects.create(
        office=actor.own_office, title=title.strip()[:200], at=at, created_by=actor.own_position
    )
    Product.objects.visible_to(actor).filter(pk__in=[product.pk for product in products]).update(release=release)
    when = f"{timezone.localtime(at):%d/%m/%Y %H:%M}"
    record(events.RELEASE_PLANNED, release, by=actor.stamp, title=release.title, when=when, count=len(products))
    return release
