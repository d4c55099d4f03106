"""Submit a product to who may let it out."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.newsroom import events, items
from lienthong.newsroom.checks import blocking
from lienthong.newsroom.deciding import locked, moved
from lienthong.newsroom.models import Product
from lienthong.organisations.service import Actor


@transaction.atomic
def submit_product(actor: Actor, product: Product) -> Product:
    """Refused while a check says that it cannot go out as it is."""
    product = moved(actor, locked(product), "submit", "submit", _("Bạn không trình được sản phẩm này."), reason="")
    if product.newest is None:
        raise Refused(_("Sản phẩm chưa có nội dung."))
    faults = blocking(product, product.newest)
    if faults:
        raise Refused(faults[0].sentence)
    items.ask_for_approval(product, actor)
    record(events.SUBMITTED, product, by=actor.stamp, number=product.newest.number)
    return product
