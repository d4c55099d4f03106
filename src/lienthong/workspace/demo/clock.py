"""Acts of a demonstration happen on the day on which they would have happened."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta, tzinfo

from django.utils import timezone


def on(day: str) -> date:
    """ "2/3/2026" as a date."""
    d, m, y = day.split("/")
    return date(int(y), int(m), int(d))


@contextmanager
def at(day: date, hour: int = 9) -> Iterator[date]:
    """Inside, it is ``day`` (today when that is still to come), a second later each time the clock is read.

    Only ``django.utils.timezone.now`` and what is built on it are told so; field defaults are among that.
    """
    present = datetime.now(tz=timezone.get_default_timezone())
    moment = datetime.combine(day, time(hour), tzinfo=timezone.get_default_timezone())

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            nonlocal moment
            moment = min(moment + timedelta(seconds=1), present)
            return moment.astimezone(tz)

    real = timezone.datetime  # type: ignore[attr-defined]
    timezone.datetime = Clock  # type: ignore[attr-defined]
    try:
        yield min(day, present.date())
    finally:
        timezone.datetime = real  # type: ignore[attr-defined]
