"""What the steps of a product have in common: right and state asked together, the row locked, what waited settled."""

from typing import Any

from lienthong.newsroom import items
from lienthong.newsroom.models import Product
from lienthong.newsroom.permissions import begin
from lienthong.organisations.service import Actor


def locked(product: Product) -> Product:
    """The product as it is now, held until the act is over. Inside a transaction."""
    found: Product = Product.objects.select_for_update().get(pk=product.pk)
    return found


def moved(actor: Actor, product: Product, act: str, ability: str, sentence: str, **values: Any) -> Product:
    """``product`` after ``act`` with ``values`` set; nothing waits about it any more. Inside a transaction."""
    product.state = begin(actor, product, act, ability, sentence)
    for name, value in values.items():
        setattr(product, name, value)
    product.save(update_fields=["state", *values])
    items.settle(product)
    return product
