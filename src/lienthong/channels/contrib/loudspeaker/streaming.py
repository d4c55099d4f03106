"""A day of one area as a stream: what is on the air now, in pieces of a second, silence between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from lienthong.channels.contrib.loudspeaker.models import PlannedAiring, Station
from lienthong.channels.contrib.loudspeaker.sounds import on_air
from lienthong.speech.service import seconds_of, silence

#: Bytes of a piece; a second of speech at 64 kbit/s.
PIECE = 8000


def pieces_of(station: Station, area: str, clock: Callable[[], datetime]) -> Iterator[tuple[bytes, float]]:
    """Without end: pieces of MP3 and how many seconds each plays. What stops being allowed is not begun."""
    quiet = silence()
    last = ""
    while True:
        airing = current(station, area, clock())
        stored = on_air(airing.sha256) if airing and airing.sha256 and airing.play != last else None
        if airing is None or stored is None:
            yield quiet, seconds_of(quiet)
            continue
        last = airing.play
        with stored.open("rb") as sound:
            data = sound.read()
        lasts = seconds_of(data)
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            yield piece, lasts * len(piece) / len(data)


def current(station: Station, area: str, now: datetime) -> PlannedAiring | None:
    """What ``area`` hears at ``now``: of those that have begun and not ended the one that began last."""
    begun = station.airings.filter(begins__lte=now, begins__gt=now - timedelta(hours=4)).order_by("-begins", "-pk")
    playing = (one for one in begun if one.begins + timedelta(seconds=one.seconds) > now and area in one.areas)
    return next(playing, None)
