"""From what was promised to what plays when: one pass over the days, each choice with its reason.

Urgent bulletins play at once and unaltered and push aside what was on; then, in every promised slot, bulletins of the
first priority in the commune's order, issues in the order in which they fell due, ordinary bulletins, reruns, and what
fills the rest. What finds no room goes to the next slot of the same column; what finds none at all is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lienthong.channels.contrib.loudspeaker.programme import (
    Airing,
    AirPlan,
    Bulletin,
    Column,
    Decision,
    Fault,
    Priority,
    Programme,
    Slot,
    Why,
)

_DAY = timedelta(days=1)


class BadProgramme(ValueError):
    """The promise itself cannot be kept; ``faults`` name each slot or column and what is wrong with it."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(f"{one.code}: {one.kind} {one.other}".strip() for one in faults))
        self.faults = faults


@dataclass(slots=True)
class _Due:
    """An issue or a rerun that waits for its room."""

    column: Column
    issue: date
    rerun: int = 0
    earliest: date = date.min


def plan_air(programme: Programme, first: date, last: date) -> AirPlan:
    """The air from ``first`` to ``last``, both included. Raises :class:`BadProgramme`."""
    faults = faults_of(programme)
    if faults:
        raise BadProgramme(faults)
    plan = AirPlan()
    urgent = list(_urgent(programme, first, last, plan))
    waiting = {column.code: _dues(column, first, last) for column in programme.columns}
    open_bulletins = _chosen(programme, first, plan)
    columns_of = {slot.code: [one for one in programme.columns if slot.code in one.slots] for slot in programme.slots}
    slots = sorted(programme.slots, key=lambda slot: (slot.begins, slot.code))
    day = first
    while day <= last:
        for slot in slots:
            if slot.stands_on(day):
                filled = _fill(programme, slot, day, columns_of[slot.code], waiting, open_bulletins, plan)
                plan.airings += _around(urgent, filled, plan)
        day += _DAY
    plan.airings += urgent
    plan.airings.sort(key=lambda one: (one.begins, one.code))
    _tell_unmet(waiting, open_bulletins, last, plan)
    return plan


def faults_of(programme: Programme) -> list[Fault]:
    """What no plan could keep: slots that overlap for one area or stand in the quiet hours, columns without room."""
    faults = [Fault(slot.code, "quiet") for slot in programme.slots if is_quiet(programme, slot)]
    slots = sorted(programme.slots, key=lambda slot: slot.begins)
    for place, slot in enumerate(slots):
        for later in slots[place + 1 :]:
            if _meet(slot, later) and _length(slot, later) < slot.seconds:
                faults.append(Fault(later.code, "overlap", slot.code))
    room = {slot.code: slot.seconds for slot in programme.slots}
    faults += [
        Fault(column.code, "too-short")
        for column in programme.columns
        if all(room.get(code, 0) < column.seconds for code in column.slots)
    ]
    faults += [Fault(column.code, "contradiction") for column in programme.columns if not column.rhythm.consistent]
    return faults


def is_quiet(programme: Programme, slot: Slot) -> bool:
    """True when a part of ``slot`` lies in the quiet hours, which go over midnight."""
    evening, morning = programme.quiet
    begins = slot.on(date.min)
    ends = begins + timedelta(seconds=slot.seconds)
    return slot.begins < morning or ends > datetime.combine(date.min, evening)


def _meet(slot: Slot, later: Slot) -> bool:
    """That some area has both on some day."""
    days = slot.weekdays & later.weekdays and max(slot.first, later.first) <= min(slot.last, later.last)
    return bool(days and slot.areas & later.areas)


def _length(slot: Slot, later: Slot) -> float:
    return (later.on(date.min) - slot.on(date.min)).total_seconds()


def _urgent(programme: Programme, first: date, last: date, plan: AirPlan) -> Iterable[Airing]:
    """One after the other for the areas they share; the quiet hours do not hold them."""
    everyone = frozenset().union(*(slot.areas for slot in programme.slots))
    free: dict[str, datetime] = {}
    found = [one for one in programme.bulletins if one.priority == Priority.URGENT]
    for bulletin in sorted(found, key=lambda one: (one.not_before, one.code)):
        areas = bulletin.areas or everyone
        begins = max([bulletin.not_before, *(free[area] for area in areas if area in free)])
        if not first <= begins.date() <= last:
            continue
        airing = Airing(begins, bulletin.seconds, bulletin.code, areas, urgent=True)
        free |= dict.fromkeys(areas, airing.ends)
        plan.decisions.append(Decision("placed", bulletin.code, begins.date(), Why.URGENT, begins.date()))
        yield airing


def _chosen(programme: Programme, first: date, plan: AirPlan) -> list[Bulletin]:
    """Those that may be planned; one from above that nobody chose yet waits and is said."""
    ready = []
    for bulletin in programme.bulletins:
        if bulletin.priority == Priority.URGENT:
            continue
        if bulletin.from_above and not bulletin.chosen:
            about = max(first, bulletin.not_before.date())
            plan.decisions.append(Decision("waits", bulletin.code, about, Why.NOT_CHOSEN))
        else:
            ready.append(bulletin)
    return sorted(ready, key=lambda one: (-one.priority, one.rank, one.not_before, one.code))


def _dues(column: Column, first: date, last: date) -> list[_Due]:
    return [_Due(column, day, earliest=day) for day in column.rhythm.occurrences(first, last)]


def _fill(
    programme: Programme, slot: Slot, day: date, columns: list[Column], waiting: dict[str, list[_Due]],
    bulletins: list[Bulletin], plan: AirPlan,
) -> list[Airing]:  # fmt: skip
    at, left, airings = slot.on(day), slot.seconds, list[Airing]()

    def put(code: str, seconds: int, issue: date | None = None, rerun: int = 0) -> None:
        nonlocal at, left
        airings.append(Airing(at, seconds, code, slot.areas, slot.code, issue, rerun))
        at, left = at + timedelta(seconds=seconds), left - seconds

    def put_bulletins(priority: Priority) -> None:
        for bulletin in [one for one in bulletins if one.priority == priority and _fits(one, slot, at)]:
            if bulletin.seconds <= left:
                put(bulletin.code, bulletin.seconds)
                bulletins.remove(bulletin)
                plan.decisions.append(Decision("placed", bulletin.code, day, Why.FIRST_ROOM, day, slot.code))

    def put_dues(*, reruns: bool) -> None:
        found = [due for column in columns for due in waiting[column.code] if due.earliest <= day]
        for due in sorted(found, key=lambda one: (one.earliest, one.column.code, one.rerun)):
            if bool(due.rerun) == reruns and due.column.seconds <= left:
                put(due.column.code, due.column.seconds, due.issue, due.rerun)
                _placed(due, slot, day, waiting[due.column.code], plan)

    put_bulletins(Priority.FIRST)
    put_dues(reruns=False)
    put_bulletins(Priority.ORDINARY)
    put_dues(reruns=True)
    if left:
        put(programme.fill, left)
    return airings


def _fits(bulletin: Bulletin, slot: Slot, at: datetime) -> bool:
    ends = at + timedelta(seconds=bulletin.seconds)
    return bulletin.not_before <= at and ends <= bulletin.until and (not bulletin.areas or bulletin.areas <= slot.areas)


def _placed(due: _Due, slot: Slot, day: date, waiting: list[_Due], plan: AirPlan) -> None:
    waiting.remove(due)
    if due.rerun < due.column.reruns:
        waiting.append(_Due(due.column, due.issue, due.rerun + 1, day + _DAY))
    kind, why = ("placed", Why.ON_ITS_DAY) if day == due.earliest else ("moved", Why.LATER)
    plan.decisions.append(Decision(kind, due.column.code, due.issue, why, day, slot.code, due.rerun))


def _around(urgent: list[Airing], filled: list[Airing], plan: AirPlan) -> list[Airing]:
    """What was planned, without the time that an urgent bulletin takes from its areas."""
    pieces = filled
    for alarm in urgent:
        pieces = [piece for airing in pieces for piece in _cut(airing, alarm, plan)]
    return pieces


def _cut(airing: Airing, alarm: Airing, plan: AirPlan) -> list[Airing]:
    hit = airing.areas & alarm.areas
    if not hit or alarm.ends <= airing.begins or airing.ends <= alarm.begins:
        return [airing]
    day = airing.begins.date()
    plan.decisions.append(
        Decision("interrupted", airing.code, airing.issue or day, Why.CUT, day, airing.slot, airing.rerun, alarm.code)
    )
    kept = [replace(airing, areas=airing.areas - hit)] if airing.areas - hit else []
    if airing.begins < alarm.begins:
        kept.append(replace(airing, areas=hit, seconds=int((alarm.begins - airing.begins).total_seconds())))
    if alarm.ends < airing.ends:
        rest = int((airing.ends - alarm.ends).total_seconds())
        kept.append(replace(airing, areas=hit, begins=alarm.ends, seconds=rest))
    return kept


def _tell_unmet(waiting: dict[str, list[_Due]], bulletins: list[Bulletin], last: date, plan: AirPlan) -> None:
    for dues in waiting.values():
        for due in dues:
            plan.decisions.append(Decision("unmet", due.column.code, due.issue, Why.NO_ROOM, rerun=due.rerun))
    for bulletin in bulletins:
        if bulletin.until.date() <= last:
            plan.decisions.append(Decision("unmet", bulletin.code, bulletin.until.date(), Why.NO_ROOM))
