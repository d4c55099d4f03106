"""Months as pages show them: chosen in an address, laid out in whole weeks, with the months beside them."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone


def first_of(asked: str) -> date:
    """The first day of the month "2025-09", else of the present one."""
    try:
        return date.fromisoformat(f"{asked}-01")
    except ValueError:
        return timezone.localdate().replace(day=1)


def weeks_of(first: date) -> list[list[date]]:
    """The weeks of the month that begins on ``first``, from Monday, with the days of its neighbours that fill them."""
    return Calendar().monthdatescalendar(first.year, first.month)


@dataclass(frozen=True, slots=True)
class ShownMonth:
    """A month on a page: ``weeks`` of whatever the page shows for each day of :func:`weeks_of`."""

    first: date
    weeks: list[list[Any]]

    @property
    def previous(self) -> str:
        """The month before, as an address names it ("2025-08")."""
        return f"{self.first - timedelta(days=1):%Y-%m}"

    @property
    def next(self) -> str:
        return f"{self.first + timedelta(days=32):%Y-%m}"
