"""How many due dates a rhythm gives a second, and what dateutil's rule alone gives of the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from itertools import islice

from dateutil.rrule import rrulestr
from vanban.rhythm import Rhythm, rhythm

from benchmarks import SMOKE, Row, seconds

_COUNT = 200 if SMOKE else 20_000
_START = date(2025, 1, 1)
_PHRASES = {
    "fortnightly": "2 tuần/1 số (26 số/năm)",
    "weekly": "thứ Hai hằng tuần",
    "monthly": "01 lần/tháng",
    "monthly, 30th": "ngày 30 hằng tháng",
    "quarterly": "định kỳ quý, 6 tháng, năm",
}


def measure() -> Iterable[Row]:
    for name, phrase in _PHRASES.items():
        read = rhythm(phrase, anchor=_START)
        assert read.rrule is not None
        begin = read.dtstart()
        moment = datetime(begin.year, begin.month, begin.day)  # noqa: DTZ001
        # The calendar ends with the year 9999; slow rhythms have fewer dates than that.
        count = sum(1 for _ in read.occurrences(_START, limit=_COUNT))
        ours, alone = seconds(partial(_ours, read), partial(_alone, read.rrule, moment))
        yield Row(f"rhythm, {name}", count / ours, "occurrences/s", count / alone)
    phrases = list(_PHRASES.values()) * 20
    (took,) = seconds(lambda: [rhythm(text) for text in phrases])
    yield Row("rhythm, phrases read", len(phrases) / took, "phrases/s")


def _ours(read: Rhythm) -> list[date]:
    return list(read.occurrences(_START, limit=_COUNT))


def _alone(rule: str, begin: datetime) -> list[datetime]:
    return list(islice(rrulestr(rule, dtstart=begin), _COUNT))
