"""What waits for whom about a product: the one place where this room opens and closes work items."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.newsroom.models import Product
from lienthong.organisations.service import Actor, Position, Role, SigningAuthority, positions_with


def product_url(product: Product) -> str:
    return reverse("newsroom:product", args=[product.pk])


def ask_for_brief(product: Product, actor: Actor) -> None:
    """A product with a deadline waits for who began it until it is submitted."""
    if product.due is not None:
        _open(product, WorkItem.Kind.DO, kept("Làm sản phẩm: %(title)s"), product.created_by, actor, due=product.due)


def ask_for_approval(product: Product, actor: Actor) -> None:
    """A submitted product waits for who may approve it; never for its last editor, in whatever position."""
    signing = positions_with(product.office).filter(signing__in=_valid_signing(product)).distinct()
    waiting = {position.pk: position for position in [*positions_with(product.office, Role.LEADER), *signing]}
    for position in waiting.values():
        if position.user_id != product.last_editor.user_id:
            _open(product, WorkItem.Kind.DECIDE, kept("Duyệt sản phẩm: %(title)s"), position, actor, due=product.due)


def _valid_signing(product: Product) -> QuerySet[SigningAuthority]:
    """Who may sign for the office today."""
    return product.office.signed_for_by.all().valid_on(timezone.localdate())


def ask_to_mend(product: Product, actor: Actor) -> None:
    title = kept("Sản phẩm được trả lại: %(title)s")
    _open(product, WorkItem.Kind.RETURNED, title, product.last_editor, actor, due=product.due)


def tell(product: Product, position: Position | None, sentence: str, actor: Actor | None = None) -> None:
    """A line under the bell of ``position``; ``sentence`` names %(title)s."""
    if position is not None and (actor is None or position != actor.position):
        notify(position, sentence % {"title": product.title}, product_url(product))


def settle(product: Product) -> None:
    close_items(product)


def _open(
    product: Product, kind: WorkItem.Kind, title: str, position: Position, actor: Actor, *, due: date | None = None
) -> None:
    open_item(
        product, kind=kind, body=position.body, position=position, office=product.office,
        title=title % {"title": product.title}, sender=actor.stamp.label, url=product_url(product), due=due,
        asked_by=actor.position,
    )  # fmt: skip
