"""Give a product up, or take back what is out, with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.newsroom import events
from lienthong.newsroom.deciding import locked, moved
from lienthong.newsroom.models import Product
from lienthong.newsroom.outgoing import stop_everything, take_back_delivered
from lienthong.organisations.service import Actor


@transaction.atomic
def withdraw_product(actor: Actor, product: Product, *, reason: str) -> Product:
    """Deliveries that wait are cancelled, those that are out are asked back from their channels."""
    reason = required(reason)
    product = moved(
        actor, locked(product), "withdraw", "withdraw", _("Chỉ lãnh đạo, trưởng đơn vị, tổng hợp rút sản phẩm."),
        reason=reason,
    )  # fmt: skip
    stop_everything(actor, product, reason)
    take_back_delivered(actor, product, reason)
    record(events.WITHDRAWN, product, by=actor.stamp, reason=reason)
    return product
