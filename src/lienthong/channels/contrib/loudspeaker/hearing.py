"""What devices say: which schedule they hold, that they live, and what they played. Read from retained messages.

Each message is sealed with its device's secret; what is not, and what is not a report, is left aside and counted.
Reading the same twice changes nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.actions.record_broadcasts import record_broadcasts
from lienthong.channels.contrib.loudspeaker.keys import device_secret, opened
from lienthong.channels.contrib.loudspeaker.models import AirLogEntry, Device, PlannedAiring, Station
from lienthong.channels.contrib.loudspeaker.sending import broker, is_connected

#: What lies further away than this is not believed: the time of reading is taken. A device may be away for weeks.
CLOCK_LIMIT = timedelta(days=31)


def collect(station: Station) -> Counter[str]:
    """Read everything kept for ``station`` and write it down; counts what was read by kind."""
    if not is_connected():
        return Counter()
    marker = f"{topics.ROOT}/{station.code}/may-chu"
    return take_in(station, broker().retained(topics.from_devices(station), marker=marker))


@transaction.atomic
def take_in(station: Station, messages: dict[str, bytes], now: datetime | None = None) -> Counter[str]:
    now = now or timezone.now()
    devices = {device.code: device for device in station.devices.all().in_use().select_related("station")}
    counted: Counter[str] = Counter()
    entries: list[AirLogEntry] = []
    airings = _Airings(station)
    # Heartbeats first: they say how far a device's clock is off, and the log is corrected by it.
    for topic, message in sorted(messages.items(), key=lambda pair: not pair[0].endswith("/nhip")):
        *_start, code, kind = topic.split("/")
        body = _body_of(devices.get(code), topic, message)
        if body is None:
            counted["unreadable"] += 1
            continue
        device = devices[code]
        try:
            entries += _taken(device, kind, body, airings, now)
        except (KeyError, TypeError, ValueError, OverflowError):
            counted["unreadable"] += 1
            continue
        counted[kind] += 1
    Device.objects.bulk_update(devices.values(), ["seen_at", "clock_offset", "schedule_hash", "schedule_at"], 500)
    heard = _unheard(station, entries)
    AirLogEntry.objects.bulk_create(heard, ignore_conflicts=True, batch_size=500)
    record_broadcasts(entry.airing for entry in heard if entry.outcome == AirLogEntry.Outcome.PLAYED)
    return counted


def _unheard(station: Station, entries: list[AirLogEntry]) -> list[AirLogEntry]:
    """Those of ``entries`` that are not in the log yet: retained messages are heard again each time."""
    if not entries:
        return []
    since = min(entry.airing.begins for entry in entries)
    heard = AirLogEntry.objects.filter(airing__station=station, airing__begins__gte=since)
    known = set(heard.values_list("device_id", "airing_id"))
    return [entry for entry in entries if (entry.device_id, entry.airing_id) not in known]


class _Airings:
    """Rows of airings by the name that messages call them, each looked up once."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._found: dict[str, PlannedAiring | None] = {}

    def of(self, play: str) -> PlannedAiring | None:
        if play not in self._found:
            self._found[play] = PlannedAiring.objects.filter(station=self._station, play=play).first()
        return self._found[play]


def _body_of(device: Device | None, topic: str, message: bytes) -> Any:
    words = opened(device_secret(device), topic, message) if device is not None else None
    try:
        return json.loads(words) if words is not None else None
    except ValueError:
        return None


def _taken(device: Device, kind: str, body: Any, airings: _Airings, now: datetime) -> list[AirLogEntry]:
    if kind == "nhip":
        _heartbeat(device, _moment(body["at"]), int(body["offset"]))
    elif kind == "nhan":
        device.schedule_hash, device.schedule_at = (
            str(body["sha256"])[:64],
            _corrected(device, _moment(body["at"]), now),
        )
    elif kind == "nhat-ky":
        return [one for line in body["plays"][:200] for one in _entry(device, line, airings, now)]
    return []


def _heartbeat(device: Device, at: datetime, offset: int) -> None:
    """``offset``: seconds that the device's clock is ahead, as it knows from its time server; 0 when it knows none."""
    device.clock_offset = max(-86400, min(offset, 86400))
    seen = at - timedelta(seconds=device.clock_offset)
    if device.seen_at is None or seen > device.seen_at:
        device.seen_at = min(seen, timezone.now())


def _entry(device: Device, line: Any, airings: _Airings, now: datetime) -> list[AirLogEntry]:
    """Nothing for what was in no schedule of ours, or in one for another area."""
    airing = airings.of(str(line["play"])[:80])
    if airing is None:
        return []
    seconds = max(0, min(int(line["seconds"]), 86400))
    outcome = AirLogEntry.Outcome.PLAYED if seconds >= airing.seconds else AirLogEntry.Outcome.CUT
    if seconds == 0:
        outcome = AirLogEntry.Outcome.MISSED
    sha256 = str(line.get("sha256", ""))[:64]
    if airing.sha256 and sha256 != airing.sha256:
        outcome = AirLogEntry.Outcome.MISSED
    began = _corrected(device, _moment(line["begun"]), now)
    return [AirLogEntry(device=device, airing=airing, began_at=began, seconds=seconds, sha256=sha256, outcome=outcome)]


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def _corrected(device: Device, at: datetime, now: datetime) -> datetime:
    real = at - timedelta(seconds=device.clock_offset)
    return real if abs(real - now) <= CLOCK_LIMIT else now
