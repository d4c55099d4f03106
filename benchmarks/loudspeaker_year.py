"""How long a year of loudspeakers takes: planned, and then proven for each of a thousand devices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from vanban.rhythm import rhythm

from benchmarks import SMOKE, Row, seconds
from lienthong.channels.contrib.loudspeaker.planning import plan_air
from lienthong.channels.contrib.loudspeaker.programme import Bulletin, Column, Priority, Programme, Slot
from lienthong.channels.contrib.loudspeaker.proving import faults_in

_FIRST, _LAST = date(2026, 1, 1), date(2026, 1, 31) if SMOKE else date(2026, 12, 31)
_HAMLETS = frozenset(f"thon-{number}" for number in range(1, 21))
_DEVICES = 1000


def programme() -> Programme:
    """Two slots a day for twenty hamlets, five columns with reruns, a bulletin from above each day."""
    every, early, late = frozenset(range(7)), "sang", "chieu"
    rhythms = ("hằng ngày", "thứ Hai hằng tuần", "2 tuần/1 số (26 số/năm)", "01 lần/tháng", "02 lần/tuần")
    bulletins = tuple(
        Bulletin(
            f"tin-{number}", 120, Priority(1 + number % 2), at := datetime(2026, 1, 1) + timedelta(days=number),  # noqa: DTZ001
            at + timedelta(days=7), from_above=True, chosen=number % 5 > 0,
        )
        for number in range(360)
    )  # fmt: skip
    return Programme(
        slots=(Slot(early, time(5, 30), 1800, every, _HAMLETS), Slot(late, time(17, 0), 1800, every, _HAMLETS)),
        columns=tuple(
            Column(f"cm-{n}", rhythm(text, (_FIRST, _LAST)), 300, (early, late), 1) for n, text in enumerate(rhythms)
        ),
        bulletins=bulletins,
    )


def measure() -> Iterable[Row]:
    promised = programme()
    hamlets = sorted(_HAMLETS)
    devices = {f"loa-{number}": hamlets[number % len(hamlets)] for number in range(_DEVICES)}

    def year() -> None:
        plan = plan_air(promised, _FIRST, _LAST)
        assert faults_in(plan, promised, devices, _FIRST, _LAST) == []

    (took,) = seconds(year, rounds=3)
    yield Row("loudspeaker-year, 1,000 devices planned and proven", took, "s")
