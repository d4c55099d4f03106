"""Products of the newsroom."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.corrections.service import Correction
from lienthong.newsroom import service as newsroom
from lienthong.organisations.service import Actor, abilities_for
from lienthong.workspace.thread.part import Builders, Part
from lienthong.workspace.thread.plans import below, of_assignment
from lienthong.workspace.thread.products_for import carried


def _of_product(product: newsroom.Product, actor: Actor) -> list[Part]:
    credit = product.credits.select_related("share__assignment__plan", "share__body", "occurrence").first()
    here = Part(product.title, here=True)
    if credit is None or not abilities_for(actor, credit.share).see:
        return [Part(_("Tòa soạn"), reverse("newsroom:products")), here, carried(product), *_notes_on(product, actor)]
    share, occurrence = credit.share, credit.occurrence
    url = reverse("plans:occurrence", args=[occurrence.pk]) if occurrence else reverse("plans:share", args=[share.pk])
    works = share.credits.filter(work=product.work).count() if product.work else 0
    return [
        *of_assignment(share.assignment, actor, here=False),
        Part(occurrence.name if occurrence else share.body.label, url),
        here,
        carried(product),
        *_notes_on(product, actor),
        *below(share.assignment, works, url, actor),
    ]


def _notes_on(product: newsroom.Product, actor: Actor) -> list[Part]:
    """The numbered notes on what was corrected of it, the newest first."""
    notes = Correction.objects.visible_to(actor).of_product(product.pk)[:2]
    return [
        Part(_("Đính chính số %(number)s") % {"number": one.printed}, reverse("corrections:correction", args=[one.pk]))
        for one in notes
    ]


BUILDERS: Builders = {
    newsroom.Product: _of_product,
}
