"""A month of the plan for people: each day with what plays, how long, and why then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from lienthong.channels.contrib.loudspeaker import telling
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, ColumnIssue, Station
from lienthong.channels.contrib.loudspeaker.programme import Airing
from lienthong.channels.contrib.loudspeaker.scheduling import sound_of
from lienthong.channels.contrib.loudspeaker.sounds import Sound
from lienthong.channels.contrib.loudspeaker.stored import Promise, plan_of, promised


@dataclass(frozen=True, slots=True)
class Line:
    """``sound`` is None while no approved recording is there; ``music`` for what fills a slot."""

    begins: datetime
    seconds: int
    title: str
    reason: str
    music: bool
    urgent: bool
    sound: Sound | None
    issue: ColumnIssue | None
    bulletin: AirBulletin | None
    everywhere: bool


@dataclass(slots=True)
class Day:
    day: date
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Month:
    """``missing`` counts what plays without an approved recording; ``unplaced`` says what plays nowhere, and why."""

    days: list[Day]
    missing: int
    unplaced: list[tuple[str, str]]


def month_of(station: Station, first: date) -> Month:
    """The month that begins on ``first``; :class:`Refused` when the programme has faults."""
    last = first + relativedelta(months=1, days=-1)
    promise = promised(station, first.year)
    plan = plan_of(promise, last)
    reasons = telling.reasons_by_airing(plan.decisions)
    days = {first + timedelta(days=n): Day(first + timedelta(days=n)) for n in range((last - first).days + 1)}
    for airing in plan.airings:
        if airing.begins.date() in days:
            decision = reasons.get(telling.key_of_airing(airing)) or reasons.get((airing.code, airing.begins.date(), 0))
            reason = telling.reason(decision, promise) if decision else ""
            days[airing.begins.date()].lines.append(_line(promise, airing, reason))
    lines = [line for day in days.values() for line in day.lines]
    unplaced = [
        (_title(promise, one.code, one.about), telling.reason(one, promise))
        for one in plan.decisions
        if one.kind in ("unmet", "waits") and not one.rerun and first <= one.about <= last
    ]
    return Month(list(days.values()), sum(line.sound is None and not line.music for line in lines), unplaced)


def _line(promise: Promise, airing: Airing, reason: str) -> Line:
    return Line(
        begins=airing.begins, seconds=airing.seconds, title=promise.title_of(airing), reason=reason,
        music=airing.code == promise.programme.fill, urgent=airing.urgent, sound=sound_of(promise, airing),
        issue=promise.issue_of(airing), bulletin=promise.bulletins.get(airing.code),
        everywhere=len(airing.areas) == len(promise.areas),
    )  # fmt: skip


def _title(promise: Promise, code: str, about: date) -> str:
    if code in promise.bulletins:
        return promise.bulletins[code].title
    issues = promise.issues.get((code, about))
    return telling.issue_title(issues[0]) if issues else str(promise.columns[code])
