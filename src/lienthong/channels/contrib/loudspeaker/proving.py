"""Does a plan keep what was promised? Asked anew of the finished plan, device by device, and not of the planner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise

from lienthong.channels.contrib.loudspeaker.programme import Airing, AirPlan, Programme


def faults_in(plan: AirPlan, programme: Programme, devices: Mapping[str, str], first: date, last: date) -> list[str]:
    """One sentence each; empty when the plan keeps everything. ``devices``: name → the area a device stands in.

    Devices of one area hear the same, so each area is looked at once.
    """
    faults = [fault for area in sorted(set(devices.values())) for fault in _of_area(plan, programme, area, first, last)]
    return faults + _quiet(plan, programme) + _quota(plan, programme, first, last)


def heard(plan: AirPlan, area: str) -> list[Airing]:
    """What a device in ``area`` plays, in order."""
    return [airing for airing in plan.airings if area in airing.areas]


def _of_area(plan: AirPlan, programme: Programme, area: str, first: date, last: date) -> Iterable[str]:
    mine = heard(plan, area)
    for airing, after in pairwise(mine):
        if after.begins < airing.ends:
            yield f"{area}: {after.code} begins {after.begins} before {airing.code} ends"
    days: dict[date, list[Airing]] = defaultdict(list)
    for airing in mine:
        days[airing.begins.date()].append(airing)
    day = first
    while day <= last:
        for slot in programme.slots:
            if slot.stands_on(day) and area in slot.areas:
                begins = slot.on(day)
                at = _sound_until(days[day], begins)
                if at < begins + timedelta(seconds=slot.seconds):
                    yield f"{area}: silent at {at} in {slot.code}"
        day += timedelta(days=1)


def _sound_until(airings: list[Airing], at: datetime) -> datetime:
    for airing in airings:
        if airing.begins <= at < airing.ends:
            at = airing.ends
    return at


def _quiet(plan: AirPlan, programme: Programme) -> list[str]:
    evening, morning = programme.quiet
    return [
        f"{airing.code} at {airing.begins} in the quiet hours"
        for airing in plan.airings
        if not airing.urgent
        and (airing.begins.time() < morning or airing.ends > datetime.combine(airing.begins.date(), evening))
    ]


def _quota(plan: AirPlan, programme: Programme, first: date, last: date) -> list[str]:
    """Every due issue has its airing or a decision that says why not; a rerun is never counted as an issue."""
    aired: dict[str, set[tuple[date | None, int]]] = defaultdict(set)
    for airing in plan.airings:
        aired[airing.code].add((airing.issue, airing.rerun))
    unmet = {(one.code, one.about) for one in plan.decisions if one.kind == "unmet" and not one.rerun}
    return [
        f"{column.code}: issue of {day} is neither played nor explained"
        for column in programme.columns
        for day in column.rhythm.occurrences(first, last)
        if (day, 0) not in aired[column.code] and (column.code, day) not in unmet
    ]
