"""What a figure of a report is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.functional import Promise

from lienthong.core.amounts import amount_words
from lienthong.organisations.service import Body

Rows = Callable[[Body, date, date], QuerySet]
Part = Callable[[date, date], Q]


@dataclass(frozen=True, slots=True)
class Figure:
    """``base(office, start, end)`` are the rows among which it counts those that meet ``part(start, end)``, else all.

    Figures of one base are counted in one query, so that a figure and its parts (``out_of`` names whose part it is)
    can never disagree. ``adds`` names the column (đồng, people) whose sum is the value; else rows are counted.
    """

    code: str
    label: Promise | str
    rule: Promise | str
    base: Rows
    part: Part | None = None
    out_of: str = ""
    adds: str = ""

    @property
    def key(self) -> str:
        """Its name in an aggregate."""
        return self.code.replace(".", "_")

    def measure(self, start: date, end: date) -> Coalesce | Count:
        """What is asked of the rows of its base."""
        part = self.part(start, end) if self.part else None
        return Coalesce(Sum(self.adds, filter=part), 0) if self.adds else Count("pk", filter=part)

    def words(self, value: int) -> str:
        return amount_words(value) if self.adds else str(value)

    def rows(self, office: Body, start: date, end: date) -> QuerySet[Any]:
        rows = self.base(office, start, end)
        return rows.filter(self.part(start, end)) if self.part else rows
