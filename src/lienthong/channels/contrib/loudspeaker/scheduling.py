"""From the plan to what devices are told: rows of airings, and one signed schedule for each area.

A schedule covers today and the two days after it, so that a device plays on when the network is away. Nothing that has
begun is changed.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.areas import Area
from lienthong.channels.contrib.loudspeaker.models import AreaSchedule, Device, PlannedAiring, Station
from lienthong.channels.contrib.loudspeaker.programme import Airing
from lienthong.channels.contrib.loudspeaker.sounds import Sound, address_of, of_bulletin, of_recording
from lienthong.channels.contrib.loudspeaker.stored import Promise, plan_of, promised
from lienthong.core.refusals import Refused
from lienthong.jobs.service import Claim

DAYS_AHEAD = 2


def hold(station: Station) -> None:
    """Until the transaction ends nobody else plans for ``station``: what one adds the next one counts in.

    Called before an act locks a row of the programme: who holds the station inserts rows that point to such rows, and
    would wait for one who waits for the station.
    """
    Station.objects.select_for_update(no_key=True).get(pk=station.pk)


@transaction.atomic
def renew(station: Station, now: datetime | None = None) -> list[AreaSchedule]:
    """Bring airings and schedules of ``station`` to what is planned now; returns the schedules that changed.

    A programme with faults cannot come to be (acts refuse it); should one be there all the same, what was told before
    stays told.
    """
    hold(station)
    now = now or timezone.now()
    today = timezone.localdate(now)
    last = today + timedelta(days=DAYS_AHEAD)
    airings: list[tuple[Promise, Airing]] = []
    promise = promised(station, today.year)
    try:
        airings += [(promise, one) for one in plan_of(promise, min(last, today.replace(month=12, day=31))).airings]
        if last.year != today.year:
            following = promised(station, last.year)
            airings += [(following, one) for one in plan_of(following, last).airings]
    except Refused:
        return []
    coming = [(where, one) for where, one in airings if one.begins.date() >= today]
    _write(station, coming, now)
    begins = timezone.make_aware(datetime.combine(today, datetime.min.time()))
    told = list(station.airings.filter(begins__gte=begins, emergency=None).order_by("begins", "pk"))
    return [one for area in promise.areas.values() for one in _tell(station, area, told, last.isoformat())]


def play_name(airing: Airing) -> str:
    """What messages call an airing: its time, what it is, and a mark of its slot and areas."""
    mark = zlib.crc32("|".join([airing.slot, *sorted(airing.areas)]).encode())
    return f"{airing.begins:%y%m%dT%H%M%S}-{airing.code}-{mark:08x}"


def sound_of(promise: Promise, airing: Airing) -> Sound | None:
    """None for music, and for what has no approved recording yet: the device plays its music instead."""
    bulletin = promise.bulletins.get(airing.code)
    if bulletin is not None:
        return of_bulletin(bulletin)
    issue = promise.issue_of(airing)
    return of_recording(issue.recording) if issue is not None else None


def devices_in(areas: dict[str, Area], codes: Iterable[str]) -> list[Device]:
    return [device for code in codes if code in areas for device in areas[code].devices]


def _write(station: Station, coming: list[tuple[Promise, Airing]], now: datetime) -> None:
    """Rows of what is still to begin; those that are planned no more go."""
    wanted: dict[str, PlannedAiring] = {}
    for promise, airing in coming:
        begins = timezone.make_aware(airing.begins)
        if begins > now:
            row = _row(station, promise, airing, begins)
            wanted[row.play] = row
    future = {row.play: row for row in station.airings.filter(begins__gt=now, emergency=None)}
    fields = ("seconds", "areas", "title", "issue_id", "rerun", "bulletin_id", "sha256", "expected")
    same = {
        play
        for play, row in future.items()
        if play in wanted and all(getattr(row, name) == getattr(wanted[play], name) for name in fields)
    }
    PlannedAiring.objects.filter(pk__in=[row.pk for play, row in future.items() if play not in same]).delete()
    PlannedAiring.objects.bulk_create([row for play, row in wanted.items() if play not in same])


def _row(station: Station, promise: Promise, airing: Airing, begins: datetime) -> PlannedAiring:
    sound = sound_of(promise, airing)
    issue = promise.issue_of(airing)
    bulletin = promise.bulletins.get(airing.code)
    return PlannedAiring(
        station=station, play=play_name(airing), begins=begins, seconds=airing.seconds, areas=sorted(airing.areas),
        title=promise.title_of(airing)[:300], issue=issue, rerun=airing.rerun, bulletin=bulletin,
        sha256=sound.sha256 if sound else "", expected=len(devices_in(promise.areas, airing.areas)),
    )  # fmt: skip


def _tell(station: Station, area: Area, told: list[PlannedAiring], until: str) -> Iterable[AreaSchedule]:
    if not area.devices:
        return
    plays = [play_of(one) for one in told if area.code in one.areas]
    schedule, _made = AreaSchedule.objects.get_or_create(station=station, area=area.code)
    schedule = AreaSchedule.objects.select_for_update().get(pk=schedule.pk)
    before = json.loads(schedule.body) if schedule.body else {}
    if before.get("plays") == plays and before.get("until") == until:
        return
    schedule.version += 1
    schedule.body = json.dumps(
        {"area": area.code, "version": schedule.version, "until": until, "plays": plays}, ensure_ascii=False
    )
    schedule.sha256 = hashlib.sha256(schedule.body.encode()).hexdigest()
    schedule.job_state, schedule.attempts, schedule.next_try_at = Claim.WAITING, 0, timezone.now()
    schedule.save()
    yield schedule


def play_of(airing: PlannedAiring) -> dict[str, Any]:
    """One line of a schedule. Without ``url`` the device plays its own music."""
    line: dict[str, Any] = {
        "play": airing.play,
        "begins": timezone.localtime(airing.begins).isoformat(timespec="seconds"),
        "seconds": airing.seconds,
        "title": airing.title,
    }
    if airing.sha256:
        line |= {"url": address_of(airing.sha256), "sha256": airing.sha256}
    return line
