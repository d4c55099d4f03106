"""The products on the thread of a share or occurrence: what is made for it, how far it went, and where one begins."""

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.newsroom import service as newsroom
from lienthong.organisations.service import Actor
from lienthong.plans import service as plans
from lienthong.workspace.thread.part import Part


def products_for(share: plans.Share, occurrence: plans.Occurrence | None, actor: Actor) -> list[Part]:
    """What is made for a share or one occurrence of it, or the step that begins it."""
    if share.assignment.out_of_scope or not newsroom.may_make(actor):
        return []
    found = newsroom.products_for(actor, share, occurrence)[:3]
    parts = [part for product in found for part in (_product(product), carried(product))]
    closed = occurrence is not None and occurrence.closed_on is not None
    if not closed and newsroom.may_begin(actor, share):
        label = _("Làm thêm sản phẩm") if found else _("Làm sản phẩm")
        parts.append(Part(label, newsroom.begin_url(share, occurrence), step=True))
    return parts


def own_products(assignment: plans.Assignment, actor: Actor) -> list[Part]:
    """Those of the reader's own unit."""
    share = assignment.shares.select_related("body", "assignment__plan__office").filter(body__in=actor.body_ids).first()
    return products_for(share, None, actor) if share else []


def _product(product: newsroom.Product) -> Part:
    return Part(product.title, reverse("newsroom:product", args=[product.pk]))


def carried(product: newsroom.Product) -> Part:
    """How many of the outlets it was ordered for have it."""
    out, ordered = newsroom.reach_of(product)
    if not ordered:
        return Part(_("chưa phát hành"))
    url = reverse("newsroom:product", args=[product.pk])
    return Part(_("Đã phát %(out)d/%(all)d nơi") % {"out": out, "all": ordered}, f"{url}#phat-hanh")
