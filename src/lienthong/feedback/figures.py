"""What the public reads in numbers: how many came, how many were answered in time. No ranking on a handful of cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from lienthong.feedback.models import Category, FeedbackCase
from lienthong.feedback.queries import answered_in_time, answered_late, handed_at, overdue_at
from lienthong.organisations.service import Body

#: Of fewer answered cases no percentage is shown: one case more or less would move it by several points.
LEAST = 20
_DAYS = 365


@dataclass(frozen=True, slots=True)
class Line:
    """Counts of one category; ``percent`` answered in time of those answered, None for fewer than ``LEAST``."""

    label: str
    received: int
    answered: int
    in_time: int
    overdue: int
    handed: int

    @property
    def percent(self) -> int | None:
        return round(100 * self.in_time / self.answered) if self.answered >= LEAST else None


def lines_of(office: Body, today: date) -> list[Line]:
    """Of the last year, by category in a fixed order, then all together."""
    counts = {
        "received": Count("pk"),
        "answered": Count("pk", filter=answered_in_time(today) | answered_late(today)),
        "in_time": Count("pk", filter=answered_in_time(today)),
        "overdue": Count("pk", filter=overdue_at(today)),
        "handed": Count("pk", filter=handed_at(today)),
    }
    cases = FeedbackCase.objects.counted(office, today - timedelta(days=_DAYS), today).order_by()
    rows = {row["category"]: row for row in cases.values("category").annotate(**counts)}
    lines = [
        Line(str(each.label), **{name: rows[each][name] for name in counts})  # type: ignore[literal-required]
        for each in Category
        if each in rows
    ]
    total = {name: sum(getattr(line, name) for line in lines) for name in counts}
    return [*lines, Line("", **total)]
