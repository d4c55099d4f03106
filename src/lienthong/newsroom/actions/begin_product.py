"""Begin a product with its brief: for an occurrence, a share, several of them, or for none."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.newsroom import events, items
from lienthong.newsroom.briefing import Brief, add_credits, add_passages, credited_body, passages_of, set_brief
from lienthong.newsroom.models import Column, Product
from lienthong.newsroom.permissions import may_make
from lienthong.organisations.service import Actor, unit_of
from lienthong.plans.service import Occurrence, Share


@transaction.atomic
def begin_product(
    actor: Actor,
    brief: Brief,
    *,
    shares: Iterable[Share] = (),
    occurrences: Iterable[Occurrence] = (),
    column: Column | None = None,
) -> Product:
    """The passages that ordered the work become its first sources."""
    shares, occurrences = list(shares), list(occurrences)
    if not may_make(actor):
        raise NotAllowed(_("Bạn không làm sản phẩm cho cơ quan này."))
    credited = [*(occurrence.share for occurrence in occurrences), *shares]
    body = credited_body(actor, credited)
    product = Product(
        office=actor.own_office, body=body or unit_of(actor.own_position.body), column=column,
        created_by=actor.own_position, last_editor=actor.own_position,
    )  # fmt: skip
    set_brief(product, brief)
    product.save()
    add_credits(product, shares, occurrences)
    add_passages(actor, product, passages_of(share.assignment for share in credited))
    items.ask_for_brief(product, actor)
    record(events.BEGUN, product, by=actor.stamp, title=product.title)
    return product
