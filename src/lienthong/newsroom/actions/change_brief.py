"""Change the brief of a product that is being made, and what it rests on and counts towards."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.newsroom import events, items
from lienthong.newsroom.briefing import Brief, Source, add_credits, add_passages, credited_body, set_brief
from lienthong.newsroom.models import Product
from lienthong.newsroom.permissions import begin
from lienthong.organisations.service import Actor
from lienthong.plans.service import Occurrence


@transaction.atomic
def change_brief(
    actor: Actor,
    product: Product,
    brief: Brief,
    *,
    sources: Iterable[Source] = (),
    occurrences: Iterable[Occurrence] = (),
) -> Product:
    """``sources`` and ``occurrences`` come to those that are there. What was approved stays as it is."""
    product = Product.objects.select_for_update().get(pk=product.pk)
    begin(actor, product, "write", "write", _("Bạn không sửa được sản phẩm này."))
    occurrences = list(occurrences)
    credited = [credit.share for credit in product.credits.select_related("share__body", "share__assignment__plan")]
    body = credited_body(actor, [*(occurrence.share for occurrence in occurrences), *credited])
    set_brief(product, brief)
    product.body = body or product.body
    product.save(update_fields=["title", "kind", "audience", "message", "form", "due", "body"])
    add_credits(product, (), occurrences)
    add_passages(actor, product, sources)
    items.settle(product)
    items.ask_for_brief(product, actor)
    record(events.BRIEFED, product, by=actor.stamp)
    return product
