"""The year strip: a dot for each issue, or for each month when there are many, with words for readers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count
from django.utils.translation import gettext as _

from lienthong.plans.models import Assignment, Occurrence

DONE, DUE, MISSED = "done", "due", "missed"
#: More dots than this are drawn by month.
MOST_DOTS = 36
#: From the middle of one dot to that of the next, in pixels.
PITCH = 9
_CIRCLE = "M{{x}} 5m-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0"
_SHAPES = {
    DONE: _CIRCLE.format(r=3.5, d=7),
    DUE: _CIRCLE.format(r=3, d=6),
    MISSED: "M{x} 5m-3 -3l6 6m0 -6l-6 6",
}


@dataclass(frozen=True, slots=True)
class Dot:
    """``x`` is the middle of the dot in the drawing."""

    state: str
    x: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The issues of one assignment, of all its lead bodies together."""

    dots: tuple[Dot, ...]
    done: int
    total: int
    missed: int
    next_due: date | None

    @property
    def width(self) -> int:
        return len(self.dots) * PITCH

    def path(self, state: str) -> str:
        """The outline of all dots of one state, so that a strip is three shapes however many issues it has."""
        return "".join(_SHAPES[state].format(x=dot.x) for dot in self.dots if dot.state == state)

    @property
    def done_path(self) -> str:
        return self.path(DONE)

    @property
    def due_path(self) -> str:
        return self.path(DUE)

    @property
    def missed_path(self) -> str:
        return self.path(MISSED)

    @property
    def words(self) -> str:
        words = {"done": self.done, "total": self.total, "missed": self.missed}
        return _("%(done)d/%(total)d đã làm, %(missed)d lỡ") % words


@dataclass(frozen=True, slots=True)
class _Point:
    due: date
    number: int
    total: int
    done: int

    def state(self, today: date) -> str:
        if self.done >= self.total:
            return DONE
        return MISSED if self.due < today else DUE


def strips_of(assignments: Iterable[Assignment], today: date) -> dict[int, Strip]:
    """The strip of each assignment that has issues, with one query for all."""
    rows = (
        Occurrence.objects.counted()
        .issues()
        .filter(share__assignment__in=[assignment.pk for assignment in assignments])
        .order_by("share__assignment", "due", "number")
        .values("share__assignment", "due", "number")
        .annotate(total=Count("pk"), done=Count("closed_on"))
    )
    strips = {}
    for pk, found in groupby(rows, key=lambda row: row["share__assignment"]):
        points = [_Point(row["due"], row["number"], row["total"], row["done"]) for row in found]
        strips[pk] = _strip(points, today)
    return strips


def strip_of(occurrences: Iterable[Occurrence], today: date) -> Strip | None:
    """The strip of one share, whose issues the caller has read already."""
    points = [
        _Point(o.due, o.number, 1, int(o.closed_on is not None))
        for o in sorted(occurrences, key=lambda o: (o.due, o.number))
        if o.kind == Occurrence.Kind.ISSUE
    ]
    return _strip(points, today) if points else None


def _strip(points: list[_Point], today: date) -> Strip:
    return Strip(
        dots=tuple(_dots(points, today)),
        done=sum(point.done for point in points),
        total=sum(point.total for point in points),
        missed=sum(point.total - point.done for point in points if point.due < today),
        next_due=next((p.due for p in points if p.done < p.total and p.due >= today), None),
    )


def _dots(points: list[_Point], today: date) -> Iterable[Dot]:
    if len(points) <= MOST_DOTS:
        states = [point.state(today) for point in points]
    else:
        months = groupby(points, key=lambda point: (point.due.year, point.due.month))
        states = [_worst({point.state(today) for point in inside}) for _month, inside in months]
    for index, state in enumerate(states):
        yield Dot(state, index * PITCH + PITCH // 2)


def _worst(states: set[str]) -> str:
    return MISSED if MISSED in states else DUE if DUE in states else DONE
