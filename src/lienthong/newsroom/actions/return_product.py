"""Give a submitted product back with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.newsroom import events, items
from lienthong.newsroom.deciding import locked, moved
from lienthong.newsroom.models import Product
from lienthong.organisations.service import Actor


@transaction.atomic
def return_product(actor: Actor, product: Product, *, reason: str) -> Product:
    product = moved(
        actor, locked(product), "return", "decide", _("Chỉ người có quyền duyệt, không sửa sau cùng, mới trả lại."),
        reason=required(reason, _("Hãy ghi cần sửa gì.")),
    )  # fmt: skip
    items.ask_to_mend(product, actor)
    number = product.newest.number if product.newest else 0
    record(events.RETURNED, product, by=actor.stamp, number=number, reason=product.reason)
    return product
