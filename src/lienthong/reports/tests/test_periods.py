"""Reporting periods as the regimes cut them."""

from datetime import date

import pytest

from lienthong.core.refusals import Refused
from lienthong.organisations.tests.factories import cast
from lienthong.reports.models import PeriodRule
from lienthong.reports.periods import period_of, periods_due
from lienthong.reports.tests.factories import make_obligation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("regime", "kind", "index", "start", "end", "due"),
    [
        ("cchc", "quarter", 1, date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 20)),
        ("cchc", "half", 1, date(2025, 12, 15), date(2026, 6, 14), date(2026, 6, 20)),
        ("cchc", "quarter", 3, date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 20)),
        ("cchc", "year", 1, date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 20)),
        ("general", "quarter", 2, date(2026, 3, 15), date(2026, 6, 14), None),
        ("calendar", "quarter", 4, date(2026, 10, 1), date(2026, 12, 31), None),
        ("calendar", "half", 1, date(2026, 1, 1), date(2026, 6, 30), None),
    ],
)
def test_the_days_of_a_period(regime, kind, index, start, end, due):
    period = period_of(regime, kind, 2026, index)
    assert (period.start, period.end, period.due) == (start, end, due)


def test_there_is_no_second_quarter_under_administrative_reform():
    with pytest.raises(Refused, match="không có kỳ đó"):
        period_of("cchc", "quarter", 2026, 2)


@pytest.mark.parametrize(
    ("regime", "index", "day", "due"),
    [
        ("general", 2, 25, date(2026, 6, 25)),
        ("general", 2, 10, date(2026, 7, 10)),
        ("calendar", 1, 31, date(2026, 3, 31)),
        ("calendar", 4, 5, date(2027, 1, 5)),
        ("calendar", 2, 31, date(2026, 6, 30)),
    ],
)
def test_an_obligation_may_set_its_own_day(regime, index, day, due):
    assert period_of(regime, "quarter", 2026, index, day).due == due


def test_a_new_rule_holds_from_its_day():
    old = PeriodRule.objects.get(regime="cchc", kind="quarter", index=3)
    old.valid_to = date(2026, 12, 31)
    old.save()
    PeriodRule.objects.create(
        regime="cchc", kind="quarter", index=3, start_day=1, start_month=7, end_day=30, end_month=9,
        due_day=5, due_month=10, source="Quy định mới", valid_from=date(2027, 1, 1),
    )  # fmt: skip
    assert period_of("cchc", "quarter", 2026, 3).end == date(2026, 9, 14)
    assert period_of("cchc", "quarter", 2027, 3).end == date(2027, 9, 30)


def test_what_an_obligation_owes_between_two_days():
    found = periods_due(make_obligation(cast()), date(2026, 1, 1), date(2026, 12, 31))
    assert [(period.kind, period.index) for period in found] == [
        ("quarter", 1), ("half", 1), ("quarter", 3), ("year", 1),
    ]  # fmt: skip
    assert found[0].label == "quý I năm 2026"
    assert found[1].label == "6 tháng đầu năm 2026"
