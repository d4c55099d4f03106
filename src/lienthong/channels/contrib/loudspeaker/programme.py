"""What a commune has promised to play: slots, columns, bulletins. Plain values; times are local.

An area is the smallest set of devices that always hear the same: a hamlet, or the part of it that a device group
cuts out. Each device stands in one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import IntEnum, StrEnum

from vanban.rhythm import Rhythm

#: Nobody is woken: only an urgent bulletin plays from the first to the second.
QUIET = (time(21, 0), time(5, 0))


class Priority(IntEnum):
    """The three of Thông tư 39/2020/TT-BTTTT, from low to high (``thông thường``, ``ưu tiên``, ``khẩn cấp``)."""

    ORDINARY = 1
    FIRST = 2
    URGENT = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """A time on the air that was promised to some areas on some weekdays (0 is Monday), from a day to a day."""

    code: str
    begins: time
    seconds: int
    weekdays: frozenset[int]
    areas: frozenset[str]
    first: date = date.min
    last: date = date.max

    def stands_on(self, day: date) -> bool:
        return day.weekday() in self.weekdays and self.first <= day <= self.last

    def on(self, day: date) -> datetime:
        return datetime.combine(day, self.begins)


@dataclass(frozen=True, slots=True)
class Column:
    """A recurring column. Each due date is one issue; ``reruns`` of each are counted apart."""

    code: str
    rhythm: Rhythm
    seconds: int
    slots: tuple[str, ...]
    reruns: int = 0


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One bulletin outside the columns. From above it plays only once the commune chose it, urgent ones excepted.

    ``rank`` is the commune's own order among bulletins of the first priority (the commune decides when its own and
    one from above meet).
    """

    code: str
    seconds: int
    priority: Priority
    not_before: datetime
    until: datetime
    from_above: bool = False
    chosen: bool = False
    rank: int = 0
    areas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Programme:
    """``fill`` is what plays where nothing else is due, so that a promised slot is never silent: its code."""

    slots: tuple[Slot, ...]
    columns: tuple[Column, ...] = ()
    bulletins: tuple[Bulletin, ...] = ()
    fill: str = "nhac"
    quiet: tuple[time, time] = QUIET


@dataclass(frozen=True, slots=True)
class Airing:
    """One thing on the air of ``areas``. ``issue`` is the due date of a column's issue, ``rerun`` 0 for the issue."""

    begins: datetime
    seconds: int
    code: str
    areas: frozenset[str]
    slot: str = ""
    issue: date | None = None
    rerun: int = 0
    urgent: bool = False

    @property
    def ends(self) -> datetime:
        return self.begins + timedelta(seconds=self.seconds)


class Why(StrEnum):
    """Why the planner placed something where it did, or did not place it."""

    URGENT = "urgent"
    FIRST_ROOM = "first-room"
    ON_ITS_DAY = "on-its-day"
    LATER = "later"
    NOT_CHOSEN = "not-chosen"
    CUT = "cut"
    NO_ROOM = "no-room"


@dataclass(frozen=True, slots=True)
class Decision:
    """Why something plays when it does, or does not play. ``kind``: placed, moved, waits, unmet, interrupted.

    ``about`` is the due date of a column's issue, else the day that it is about; ``day`` and ``slot`` say where it was
    placed; ``by`` what cut it short.
    """

    kind: str
    code: str
    about: date
    why: Why
    day: date | None = None
    slot: str = ""
    rerun: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What no plan can keep. ``kind``: quiet, overlap, too-short, contradiction; ``other`` the slot it overlaps."""

    code: str
    kind: str
    other: str = ""


@dataclass(slots=True)
class AirPlan:
    airings: list[Airing] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
