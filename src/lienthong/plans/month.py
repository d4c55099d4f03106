"""A month of due days: occurrences and deadlines, a few for each day and how many more there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone

from lienthong.core.days import holiday_name
from lienthong.core.months import ShownMonth, weeks_of
from lienthong.organisations.service import Actor, Body, Role
from lienthong.plans.models import Occurrence, Plan, Share

PER_DAY = 4
#: Positions that look at the whole office unless they choose a unit.
_WHOLE_OFFICE = (Role.LEADER, Role.COORDINATOR, Role.CLERK, Role.READER, Role.SUPERVISOR)


@dataclass(frozen=True, slots=True)
class Entry:
    text: str
    url: str
    kind: str
    body: str


@dataclass(slots=True)
class Day:
    date: date
    inside: bool
    holiday: str
    entries: list[Entry] = field(default_factory=list)
    total: int = 0

    @property
    def more(self) -> int:
        return self.total - len(self.entries)


@dataclass(frozen=True, slots=True)
class Month(ShownMonth):
    @property
    def days(self) -> list[Day]:
        """The days on which something is due, for a list on a phone."""
        return [day for week in self.weeks for day in week if day.inside and day.total]


def month_of(actor: Actor, first: date, body: Body | None = None, *, per_day: int = PER_DAY) -> Month:
    """The month that begins on ``first``, as far as ``actor`` sees it: of ``body``, else of what he looks after."""
    weeks = [[Day(day, day.month == first.month, holiday_name(day) or "") for day in week] for week in weeks_of(first)]
    days = {day.date: day for week in weeks for day in week}
    _fill(days, actor, body, first, max(day.date for day in days.values() if day.inside), per_day)
    return Month(first, weeks)


def day_of(actor: Actor, day: date, body: Body | None = None, *, most: int = 300) -> Day:
    """Everything that is due on one day, up to ``most``."""
    found = Day(day, True, holiday_name(day) or "")
    _fill({day: found}, actor, body, day, day, most)
    return found


def _fill(days: dict[date, Day], actor: Actor, body: Body | None, first: date, last: date, per_day: int) -> None:
    shares = Share.objects.visible_to(actor).filter(
        assignment__out_of_scope=False, assignment__plan__state=Plan.State.ACTIVE
    )
    if body is not None:
        shares = shares.filter(body=body)
    elif not actor.is_(*_WHOLE_OFFICE):
        shares = shares.filter(body__in=actor.body_ids)
    shares = shares.exclude(state=Share.State.TRANSFERRED)
    deadlines = shares.filter(due__range=(first, last), part=Share.Part.LEAD)
    issues = Occurrence.objects.issues().filter(due__range=(first, last), share__in=shares.values("pk"))
    today = timezone.localdate()
    taken: dict[date, int] = defaultdict(int)
    for share in _few(deadlines, per_day).select_related("assignment", "body"):
        kind = "done" if share.state == Share.State.DONE else "late" if share.due < today else "deadline"
        url = reverse("plans:share", args=[share.pk])
        days[share.due].entries.append(Entry(share.assignment.name, url, kind, share.body.label))
        taken[share.due] += 1
    for occurrence in _few(issues, per_day).select_related("share__assignment", "share__body"):
        if taken[occurrence.due] >= per_day:
            continue
        taken[occurrence.due] += 1
        kind = "done" if occurrence.closed_on else "late" if occurrence.due < today else "issue"
        text = f"{occurrence.name} · {occurrence.share.assignment.name}"
        url = reverse("plans:occurrence", args=[occurrence.pk])
        days[occurrence.due].entries.append(Entry(text, url, kind, occurrence.share.body.label))
    for counted in (deadlines, issues):
        for due, count in counted.order_by().values_list("due").annotate(n=Count("pk")):
            days[due].total += count


def _few(found: QuerySet, per_day: int) -> QuerySet:
    """The first rows of each due day, open ones first, ranked by the database."""
    closed = "done_on" if found.model is Share else "closed_on"
    rank = Window(RowNumber(), partition_by="due", order_by=[F(closed).asc(nulls_first=True), "pk"])
    return found.annotate(rank=rank).filter(rank__lte=per_day).order_by("due", F(closed).asc(nulls_first=True), "pk")
