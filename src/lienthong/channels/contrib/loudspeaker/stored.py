"""The stored programme as the planner's values, and the plan made of them.

The year is always planned whole, from its first day: each promise and each decision carries the day from which it
holds, so planning again never moves what is past.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from vanban.rhythm import rhythm

from lienthong.channels.contrib.loudspeaker import telling
from lienthong.channels.contrib.loudspeaker.areas import Area, areas_of, reached
from lienthong.channels.contrib.loudspeaker.models import (
    AirBulletin,
    ColumnIssue,
    ProgrammeColumn,
    ProgrammeSlot,
    Station,
)
from lienthong.channels.contrib.loudspeaker.planning import BadProgramme, plan_air
from lienthong.channels.contrib.loudspeaker.programme import (
    Airing,
    AirPlan,
    Bulletin,
    Column,
    Priority,
    Programme,
    Slot,
)
from lienthong.core.refusals import Refused

#: What plays at once begins so much later, because devices have to fetch the sound first.
LEAD = timedelta(seconds=20)


@dataclass(slots=True)
class Promise:
    """A programme with the stored things behind its codes."""

    station: Station
    programme: Programme
    areas: dict[str, Area]
    slots: dict[str, ProgrammeSlot]
    columns: dict[str, ProgrammeColumn]
    bulletins: dict[str, AirBulletin]
    issues: dict[tuple[str, date], list[ColumnIssue]] = field(default_factory=dict)
    begun: dict[tuple[str, date, int], list[datetime]] = field(default_factory=dict)

    def issue_of(self, airing: Airing) -> ColumnIssue | None:
        """The stored issue; of several that fall due on one day the first to play is the first of them."""
        if airing.issue is None or (airing.code, airing.issue) not in self.issues:
            return None
        found = self.issues[airing.code, airing.issue]
        moments = self.begun.get((airing.code, airing.issue, airing.rerun), [airing.begins])
        return found[min(moments.index(airing.begins), len(found) - 1)]

    def title_of(self, airing: Airing) -> str:
        if airing.code in self.bulletins:
            return self.bulletins[airing.code].title
        issue = self.issue_of(airing)
        if issue is not None:
            return telling.issue_title(issue, airing.rerun)
        return telling.music()


def local(moment: datetime) -> datetime:
    """A stored moment as the planner's plain local time, in whole seconds."""
    return timezone.localtime(moment).replace(tzinfo=None, microsecond=0)


def slot_code(slot: ProgrammeSlot) -> str:
    return f"khung-{slot.pk}"


def promised(station: Station, year: int) -> Promise:
    """What ``station`` promised for ``year``."""
    areas = areas_of(station)
    slots = {slot_code(one): one for one in station.slots.prefetch_related("hamlets", "groups")}
    columns = {one.code: one for one in station.columns.prefetch_related("slots")}
    bulletins = {one.code: one for one in _bulletins(station, year)}
    programme = Programme(
        slots=tuple(_slot(one, areas) for one in slots.values()),
        columns=tuple(column_value(one) for one in columns.values()),
        bulletins=tuple(_bulletin(one, areas) for one in bulletins.values()),
        quiet=(station.quiet_from, station.quiet_to),
    )
    promise = Promise(station, programme, areas, slots, columns, bulletins)
    issues = ColumnIssue.objects.filter(column__station=station, day__year=year)
    for issue in issues.select_related("column", "recording"):
        promise.issues.setdefault((issue.column.code, issue.day), []).append(issue)
    return promise


def plan_of(promise: Promise, last: date) -> AirPlan:
    """The plan from the first day of the year to ``last``; :class:`Refused` names each fault in Vietnamese."""
    try:
        plan = plan_air(promise.programme, date(last.year, 1, 1), last)
    except BadProgramme as bad:
        raise Refused(" ".join(telling.fault(one, promise) for one in bad.faults)) from bad
    for airing in plan.airings:
        if airing.issue is not None:
            moments = promise.begun.setdefault((airing.code, airing.issue, airing.rerun), [])
            if airing.begins not in moments:
                moments.append(airing.begins)
    return plan


def _bulletins(station: Station, year: int) -> QuerySet[AirBulletin]:
    wanted = station.bulletins.exclude(state__in=(AirBulletin.State.DECLINED, AirBulletin.State.CANCELLED))
    return (
        wanted.filter(until__year__gte=year, not_before__year__lte=year)
        .select_related("recording")
        .prefetch_related("hamlets", "groups")
    )


def _slot(slot: ProgrammeSlot, areas: dict[str, Area]) -> Slot:
    return Slot(
        slot_code(slot), slot.begins, slot.seconds, frozenset(int(day) for day in slot.weekdays),
        _reached(slot, areas), slot.first_day, timezone.localdate(slot.ended_at) if slot.ended_at else date.max,
    )  # fmt: skip


def _reached(thing: ProgrammeSlot | AirBulletin, areas: dict[str, Area]) -> frozenset[str]:
    hamlets = [hamlet.pk for hamlet in thing.hamlets.all()]
    return reached(areas.values(), hamlets, [group.pk for group in thing.groups.all()])


def column_value(column: ProgrammeColumn) -> Column:
    ends = min(column.ends_on, timezone.localdate(column.ended_at)) if column.ended_at else column.ends_on
    found = rhythm(column.rhythm, (column.starts_on, ends))
    slots = tuple(slot_code(slot) for slot in column.slots.all())
    return Column(column.code, found, column.seconds, slots, column.reruns)


def _bulletin(bulletin: AirBulletin, areas: dict[str, Area]) -> Bulletin:
    begins = max(bulletin.not_before, bulletin.decided_at or bulletin.entered_at)
    urgent = bulletin.priority == Priority.URGENT
    if urgent:
        begins = max(begins, bulletin.entered_at + LEAD)
    return Bulletin(
        bulletin.code, math.ceil(bulletin.seconds), Priority(bulletin.priority), local(begins), local(bulletin.until),
        bulletin.from_above, bulletin.state == AirBulletin.State.CHOSEN or urgent, bulletin.order,
        _reached(bulletin, areas),
    )  # fmt: skip
