"""The door of the newsroom: products and their steps, and what a delivery was about."""

from django.urls import reverse

from lienthong.channels.core.service import Delivery
from lienthong.newsroom.actions.add_picture import add_picture
from lienthong.newsroom.actions.approve_product import approve_product
from lienthong.newsroom.actions.begin_correction import begin_correction
from lienthong.newsroom.actions.begin_product import begin_product
from lienthong.newsroom.actions.note_passage import note_passage
from lienthong.newsroom.actions.open_column import open_column
from lienthong.newsroom.actions.plan_release import plan_release
from lienthong.newsroom.actions.return_product import return_product
from lienthong.newsroom.actions.schedule_product import schedule_product
from lienthong.newsroom.actions.submit_product import submit_product
from lienthong.newsroom.actions.withdraw_product import withdraw_product
from lienthong.newsroom.actions.write_version import write_version
from lienthong.newsroom.briefing import Brief
from lienthong.newsroom.items import product_url
from lienthong.newsroom.models import Product, ProductCredit, Version
from lienthong.newsroom.models.files import MediaFile
from lienthong.newsroom.outgoing import deliveries_for, out_before, product_of
from lienthong.newsroom.permissions import may_look, may_make
from lienthong.newsroom.words import plain
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans.service import Occurrence, Share

__all__ = [
    "Brief",
    "MediaFile",
    "Product",
    "Version",
    "add_picture",
    "approve_product",
    "begin_correction",
    "begin_product",
    "begin_url",
    "deliveries_for",
    "may_begin",
    "may_look",
    "may_make",
    "note_passage",
    "open_column",
    "out_before",
    "plain",
    "plan_release",
    "product_of",
    "product_url",
    "products_for",
    "reach_of",
    "return_product",
    "schedule_product",
    "submit_product",
    "withdraw_product",
    "write_version",
]


def products_for(actor: Actor, share: Share, occurrence: Occurrence | None) -> list[Product]:
    """What is made or out for ``occurrence``, or for the whole ``share`` when there is none; given up ones left out."""
    credited = ProductCredit.objects.filter(share=share, occurrence=occurrence)
    found = Product.objects.visible_to(actor).filter(pk__in=credited.values("product"))
    return list(found.exclude(state=Product.State.WITHDRAWN).order_by("-pk"))


def may_begin(actor: Actor, share: Share) -> bool:
    """True for who works on the share, while its plan runs."""
    running = share.assignment.plan.state == share.assignment.plan.State.ACTIVE
    return running and may_make(actor) and bool(getattr(abilities_for(actor, share), "work", False))


def begin_url(share: Share, occurrence: Occurrence | None) -> str:
    asked = {"ky": occurrence.pk} if occurrence else {"phan-viec": share.pk}
    return reverse("newsroom:begin", query=asked)


def reach_of(product: Product) -> tuple[int, int]:
    """(outlets that have it, outlets for which it was ordered), reruns and what was cancelled left out."""
    ordered = deliveries_for(product).filter(run=0).exclude(state=Delivery.State.CANCELLED)
    rows = set(ordered.order_by().values_list("outlet", "state"))
    out = {outlet for outlet, state in rows if state == Delivery.State.DELIVERED}
    return len(out), len({outlet for outlet, _state in rows})
