"""Take a submitted product back to change it."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.newsroom import events, items
from lienthong.newsroom.deciding import locked, moved
from lienthong.newsroom.models import Product
from lienthong.organisations.service import Actor


@transaction.atomic
def take_back_product(actor: Actor, product: Product) -> Product:
    product = moved(actor, locked(product), "take_back", "take_back", _("Bạn không rút được sản phẩm này."))
    items.ask_for_brief(product, actor)
    record(events.TAKEN_BACK, product, by=actor.stamp)
    return product
