"""Working days, Tết, and what an operator adds."""

from datetime import date

import pytest

from lienthong.core.days import WorkCalendar, holiday_name
from lienthong.core.models import ExtraDay

pytestmark = pytest.mark.django_db


def test_tet_and_national_day_are_holidays():
    assert holiday_name(date(2026, 2, 17))
    assert holiday_name(date(2026, 9, 2))
    assert holiday_name(date(2026, 9, 7)) is None


def test_a_day_on_a_holiday_moves_to_the_last_working_day_before():
    calendar = WorkCalendar()
    assert calendar.shifted(date(2026, 2, 17)) < date(2026, 2, 16)
    assert calendar.works(calendar.shifted(date(2026, 2, 17)))
    assert calendar.shifted(date(2026, 11, 21)) == date(2026, 11, 20)
    assert calendar.shifted(date(2026, 11, 20)) == date(2026, 11, 20)


def test_an_operator_adds_swap_days():
    ExtraDay.objects.create(day=date(2026, 11, 21), works=True, reason="làm bù")
    ExtraDay.objects.create(day=date(2026, 11, 23), works=False, reason="nghỉ bù")
    calendar = WorkCalendar()
    assert calendar.shifted(date(2026, 11, 21)) == date(2026, 11, 21)
    assert calendar.after(date(2026, 11, 20), 2) == date(2026, 11, 25) or not calendar.works(date(2026, 11, 24))


def test_counting_working_days_skips_weekends():
    calendar = WorkCalendar()
    assert calendar.after(date(2026, 10, 2), 1) == date(2026, 10, 5)
    assert calendar.after(date(2026, 10, 5), 5) == date(2026, 10, 12)
