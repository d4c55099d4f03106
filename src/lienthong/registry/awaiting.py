"""Which order that waits for its document a document may be of: by its number, else by what both say."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.compare import Unit, compare_units

from lienthong.core.text import search_fold
from lienthong.organisations.service import Actor
from lienthong.registry.models import OfficialDocument
from lienthong.registry.numbering import number_key
from lienthong.registry.review.duties import printed_duties
from lienthong.registry.review.text import whole_text

#: Orders that are looked at for one document, and documents for one order.
MOST = 12


@dataclass(frozen=True, slots=True)
class Likeness:
    """``per_cent`` of what the order says stands in the document; ``named``: the order named its number."""

    order: OfficialDocument
    document: OfficialDocument
    per_cent: int
    named: bool


def likely_orders(actor: Actor, document: OfficialDocument) -> list[Likeness]:
    """The waiting orders that ``document`` may be of, likeliest first."""
    if document.direction != "in" or document.told_at is not None or not document.files.exists():
        return []
    waiting = OfficialDocument.objects.visible_to(actor).awaiting_document().filter(office=document.office_id)[:MOST]
    said = _said(document) if waiting else ()
    return _sorted([_likeness(order, _said(order), document, said) for order in waiting])


def likely_documents(actor: Actor, order: OfficialDocument) -> list[Likeness]:
    """The documents that came after ``order`` was told and that nobody has decided on, likeliest first."""
    came = (
        OfficialDocument.objects.visible_to(actor)
        .incoming()
        .filter(
            office=order.office_id,
            told_at=None,
            state__in=["reading", "to_register", "with_leader"],
            decisions=None,
            created_at__gte=order.told_at,
        )
    )
    said = _said(order)
    found = came.exclude(files=None).order_by("-created_at").distinct()[:MOST]
    return _sorted([_likeness(order, said, document, _said(document)) for document in found])


def _sorted(found: list[Likeness]) -> list[Likeness]:
    return sorted(found, key=lambda like: (not like.named, -like.per_cent))


def _said(document: OfficialDocument) -> tuple[Unit, ...]:
    printed = printed_duties(document)
    return (*printed.units, *printed.outside)


def _likeness(
    order: OfficialDocument, asked: tuple[Unit, ...], document: OfficialDocument, said: tuple[Unit, ...]
) -> Likeness:
    pairs = compare_units(asked, said, [document.subject]).pairs
    best = [max((pair.similarity for pair in pairs if pair.parent is unit), default=0.0) for unit in asked]
    key = number_key(document.number)
    named = bool(key) and f" {key} " in f" {search_fold(whole_text(order).text)} "
    return Likeness(order, document, round(100 * sum(best) / len(best)) if best else 0, named)
