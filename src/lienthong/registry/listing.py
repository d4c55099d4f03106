"""The document list: what the filters in the address mean."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from lienthong.core.search import matches
from lienthong.organisations.service import Body
from lienthong.registry.finding import near_number
from lienthong.registry.models import DecisionPart, Direction, DocumentType, OfficialDocument
from lienthong.registry.queries import OfficialDocumentQuerySet


def filtered(documents: OfficialDocumentQuerySet, asked: dict[str, Any]) -> OfficialDocumentQuerySet:
    """``documents`` narrowed by the clean values of ``forms.ListFilter``; an empty value narrows nothing."""
    if asked.get("q"):
        found = Q(pk__in=matches(OfficialDocument, asked["q"])) | near_number(asked["q"])
        documents = documents.filter(found)
    if asked.get("state"):
        documents = documents.filter(state__in=asked["state"])
    if asked.get("year"):
        unregistered = Q(register_series=None, created_at__year=asked["year"])
        documents = documents.filter(Q(register_series__year=asked["year"]) | unregistered)
    if asked.get("unit"):
        given = DecisionPart.objects.filter(decision__document=OuterRef("pk"), body=asked["unit"])
        documents = documents.filter(Exists(given))
    if asked.get("type") in DocumentType.values:
        documents = documents.filter(type=asked["type"])
    if asked.get("urgent"):
        documents = documents.exclude(urgency="")
    return documents


def years_of(office: Body) -> list[int]:
    """The years in which the office has registers, newest first."""
    return list(office.register_series.order_by("-year").values_list("year", flat=True).distinct())


def units_of(office: Body) -> list[Body]:
    """The units that documents of the office were given to."""
    given = DecisionPart.objects.filter(decision__document__office=office).values("body")
    return list(Body.objects.filter(pk__in=given))


def in_direction(documents: OfficialDocumentQuerySet, direction: str) -> OfficialDocumentQuerySet:
    return documents.outgoing() if direction == Direction.OUTGOING else documents.incoming()
