"""Working days and public holidays (Bộ luật Lao động 2019, Điều 112), and the rule that moves a due day off them.

Swap days are decided year by year; ``holidays`` carries those already decided, and an operator adds others as data
(``ExtraDay``).
"""

from datetime import date, timedelta
from functools import lru_cache

import holidays

from lienthong.core.models import ExtraDay


@lru_cache(maxsize=64)
def _public_holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("VN", years=year, language="vi"))


def holiday_name(day: date) -> str | None:
    """The name of the public holiday on ``day``, or None."""
    return _public_holidays(day.year).get(day)


class WorkCalendar:
    """The working days of an office; the operator's own days are read once, when it is made."""

    def __init__(self) -> None:
        self._extra = dict(ExtraDay.objects.values_list("day", "works"))

    def works(self, day: date) -> bool:
        if day in self._extra:
            return self._extra[day]
        return day.weekday() < 5 and holiday_name(day) is None

    def shifted(self, day: date) -> date:
        """``day``, or the last working day before it: what is due on a holiday is due before people leave."""
        while not self.works(day):
            day -= timedelta(days=1)
        return day

    def after(self, day: date, working_days: int) -> date:
        """The day ``working_days`` working days after ``day``."""
        while working_days > 0:
            day += timedelta(days=1)
            working_days -= self.works(day)
        return day
