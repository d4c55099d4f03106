"""The door of the newsroom: what a delivery was about, what a version says to the public, and what is out."""

from dataclasses import dataclass

from django.db.models import QuerySet
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
from lienthong.newsroom.models import Product, ProductCredit, Version
from lienthong.newsroom.models.files import MediaFile
from lienthong.newsroom.outgoing import deliveries_for, product_of
from lienthong.newsroom.permissions import may_look, may_make
from lienthong.newsroom.words import hash_now, plain
from lienthong.organisations.service import Actor, Body, abilities_for
from lienthong.plans.service import Occurrence, Share

__all__ = [
    "Brief",
    "MediaFile",
    "Product",
    "PublicBody",
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
    "plan_release",
    "product_of",
    "products_for",
    "public_body",
    "reach_of",
    "released_products",
    "return_product",
    "schedule_product",
    "submit_product",
    "withdraw_product",
    "write_version",
]


@dataclass(frozen=True, slots=True)
class PublicBody:
    """What a version says to the public: ``html`` is clean, ``text`` the same in plain lines, files in their order."""

    title: str
    lead: str
    html: str
    text: str
    files: tuple[MediaFile, ...]
    sha256: str


def public_body(version: Version) -> PublicBody:
    """For channels that lay a text out themselves; ValueError unless this very version was approved.

    What was approved stays so while a correction is written, so a version that is out counts as well.
    """
    product = version.product
    if version.pk not in (product.approved_id, product.released_id) or hash_now(version) != version.sha256:
        raise ValueError(f"{version} of {product} is not what was approved")
    return PublicBody(version.title, version.lead, version.body, plain(version), tuple(version.files), version.sha256)


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


def released_products(office: Body) -> QuerySet[Product]:
    """What is with the public, the newest first; ``released`` is the version that is out."""
    return Product.objects.filter(office=office).out().select_related("released").order_by("-released_at", "-pk")
