"""Put the approved version into the calendar of outlets: now or at a time, exactly as it was approved."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.core.service import Outlet
from lienthong.core.refusals import Refused
from lienthong.newsroom import events
from lienthong.newsroom.checks import limit_faults
from lienthong.newsroom.deciding import locked
from lienthong.newsroom.models import Product
from lienthong.newsroom.outgoing import outlets_to_correct, send, sent_to
from lienthong.newsroom.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def schedule_product(
    actor: Actor, product: Product, *, outlets: Sequence[Outlet], due_at: datetime | None = None
) -> Product:
    """``due_at`` None is now. Refused as a whole when one outlet does not take it or has it already."""
    product = locked(product)
    state = begin(actor, product, "schedule", "schedule", _("Chỉ sản phẩm đã duyệt mới lên lịch phát hành."))
    version, now = product.approved, timezone.now()
    if version is None:
        raise Refused(_("Sản phẩm chưa được duyệt."))
    if not outlets:
        raise Refused(_("Hãy chọn ít nhất một điểm phát hành."), field="outlets")
    if due_at is not None and due_at < now:
        raise Refused(_("Giờ phát hành đã qua. Hãy chọn giờ sau hoặc để trống để phát ngay."), field="due_at")
    already = sent_to(version)
    missing = [place.name for place in outlets_to_correct(product, version) if place not in outlets]
    if missing:
        sentence = _("Bản sai đã ra ở %(places)s. Hãy chọn cả nơi đó để người đã đọc biết điều đính chính.")
        raise Refused(sentence % {"places": ", ".join(f"“{name}”" for name in missing)}, field="outlets")
    for outlet in outlets:
        if outlet.pk in already:
            raise Refused(_("“%(outlet)s” đã có bản này.") % {"outlet": outlet.name}, field="outlets")
        for fault in limit_faults(product, version, outlet):
            raise Refused(f"{outlet.name}: {fault}", field="outlets")
    product.state, product.scheduled_by, product.due_at = state, actor.position, due_at or now
    product.save(update_fields=["state", "scheduled_by", "due_at"])
    product.outlets.add(*outlets)
    for outlet in outlets:
        send(actor, product, version, outlet, due_at or now)
    when = f"{timezone.localtime(product.due_at):%d/%m/%Y %H:%M}"
    record(events.SCHEDULED, product, by=actor.stamp, when=when, outlets=", ".join(one.name for one in outlets))
    return product
