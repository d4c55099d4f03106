"""The document list: what the filters in the address mean."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.expressions import OrderBy
from django.db.models.functions import NullIf

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


#: Columns of the list by which it can be sorted: the word in the address and the field.
SORTS = {"so-den": "register_number", "ngay-den": "arrived_on", "ngay": "dated", "han": "due"}


@dataclass(frozen=True, slots=True)
class Order:
    """How the list is sorted: ``by`` a word of :data:`SORTS`, or "" for urgent documents first."""

    by: str = ""
    descending: bool = False

    @classmethod
    def of(cls, asked: str) -> "Order":
        """``asked`` is the word in the address, with "-" in front for the latest first; an unknown one is none."""
        by = asked.removeprefix("-")
        return cls(by, asked != by) if by in SORTS else cls()

    def next(self, by: str) -> str:
        """What the head of the column ``by`` asks for: ascending, then descending, then none."""
        if self.by != by:
            return by
        return "" if self.descending else f"-{by}"

    def sort(self, documents: OfficialDocumentQuerySet) -> OfficialDocumentQuerySet:
        """``documents`` in this order; those without a value stand last either way."""
        if not self.by:
            return documents.urgent_first()
        value = NullIf(F(SORTS[self.by]), Value("")) if self.by == "ngay" else F(SORTS[self.by])
        place = OrderBy(value, descending=self.descending, nulls_last=True)
        return documents.order_by(place, "-created_at", "-pk")


def years_of(office: Body) -> list[int]:
    """The years in which the office has registers, newest first."""
    return list(office.register_series.order_by("-year").values_list("year", flat=True).distinct())


def units_of(office: Body) -> list[Body]:
    """The units that documents of the office were given to."""
    given = DecisionPart.objects.filter(decision__document__office=office).values("body")
    return list(Body.objects.filter(pk__in=given))


def in_direction(documents: OfficialDocumentQuerySet, direction: str) -> OfficialDocumentQuerySet:
    return documents.outgoing() if direction == Direction.OUTGOING else documents.incoming()
