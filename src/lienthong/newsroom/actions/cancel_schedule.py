"""Cancel what a product was to go out to: the approval stands, the deliveries that wait do not."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.newsroom import events
from lienthong.newsroom.deciding import locked, moved
from lienthong.newsroom.models import Product
from lienthong.newsroom.outgoing import cancel_waiting
from lienthong.organisations.service import Actor


@transaction.atomic
def cancel_schedule(actor: Actor, product: Product, *, reason: str) -> Product:
    reason = required(reason)
    product = moved(
        actor, locked(product), "unschedule", "unschedule", _("Sản phẩm này không có lịch để hủy."), due_at=None
    )
    cancel_waiting(actor, product, reason)
    record(events.UNSCHEDULED, product, by=actor.stamp, reason=reason)
    return product
