"""From a rhythm to occurrences: how many, on which days, and what stays when the rhythm changes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from lienthong.core.days import WorkCalendar, holiday_name
from lienthong.core.models import ExtraDay
from lienthong.core.refusals import Refused
from lienthong.organisations.tests.factories import Cast, cast
from lienthong.plans import service
from lienthong.plans.models import Assignment, Plan
from lienthong.plans.occurrences import forecast_of, plan_days, regenerate, understand
from lienthong.plans.tests.factories import MINUTES, make_accepted, make_plan

START, END = date(2026, 1, 1), date(2026, 12, 31)


def unsaved(rhythm: str, start: date = START, end: date = END) -> Assignment:
    read = understand(rhythm, start, end)
    return Assignment(
        plan=Plan(starts_on=start, ends_on=end),
        frequency_printed=rhythm,
        rrule=read.rrule,
        per=read.per,
        quota=read.quota,
        reruns=read.reruns,
    )


def days_of(rhythm: str, start: date = START, end: date = END) -> list[date]:
    return [planned.due for planned in plan_days(unsaved(rhythm, start, end), WorkCalendar()) if not planned.rerun]


@pytest.mark.parametrize(
    "rhythm, issues, reruns",
    [
        ("2 tuần/1 số (26 số/năm)", 26, 0),
        ("Mỗi tháng 01 chuyên mục và phát lại 03 lần/tháng", 12, 36),
        ("mỗi tháng 02 tin", 24, 0),
        ("định kỳ quý", 4, 0),
        ("trước ngày 20 hằng tháng", 12, 0),
        ("mỗi tuần 01 bài", 52, 0),
    ],
)
@pytest.mark.django_db
def test_how_many(rhythm: str, issues: int, reruns: int) -> None:
    planned = list(plan_days(unsaved(rhythm), WorkCalendar()))
    assert sum(not each.rerun for each in planned) == issues
    assert sum(bool(each.rerun) for each in planned) == reruns


@pytest.mark.django_db
def test_tet_moves_what_is_due_to_the_last_working_day_before() -> None:
    # 17 February 2026 is the first day of the lunar year; the week around it is a holiday.
    planned = list(plan_days(unsaved("ngày 17 hằng tháng"), WorkCalendar()))
    february = next(each for each in planned if each.moved_from == date(2026, 2, 17))
    assert february.due < date(2026, 2, 16)
    assert WorkCalendar().works(february.due)
    assert february.moved_why == holiday_name(date(2026, 2, 17))


@pytest.mark.django_db
def test_weekends_move_unless_the_rhythm_names_them() -> None:
    assert all(day.weekday() < 5 for day in days_of("ngày 15 hằng tháng"))
    sundays = days_of("chủ nhật hằng tuần")
    assert sum(day.weekday() == 6 for day in sundays) >= 48
    assert not any(holiday_name(day) for day in sundays)


@pytest.mark.django_db
def test_a_rhythm_of_every_day_stays() -> None:
    assert len(set(days_of("mỗi ngày 01 lượt"))) == 365


@pytest.mark.django_db
def test_the_operators_own_days_count() -> None:
    ExtraDay.objects.create(day=date(2026, 3, 31), works=False, reason="Ngày nghỉ của tỉnh")
    assert date(2026, 3, 30) in days_of("cuối tháng hằng tháng")


@pytest.mark.django_db
def test_nothing_is_moved_before_the_window() -> None:
    days = days_of("ngày 01 hằng tháng")
    assert days[0] == date(2026, 1, 2)


@pytest.mark.parametrize("rhythm", ["2 tuần/1 số (50 số/năm)", "định kỳ", "lúc rảnh"])
def test_what_contradicts_itself_or_is_unclear_gives_a_remark_and_no_dates(rhythm: str) -> None:
    read = understand(rhythm, START, END)
    assert read.remark
    assert not read.rrule


def test_forecast_counts_what_can_still_be_made() -> None:
    assert forecast_of(10, 12, 26, 26).reachable == 22
    assert not forecast_of(10, 12, 26, 26).enough
    assert forecast_of(10, 16, 26, None).enough


class Properties(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(
        start=st.dates(date(2024, 1, 1), date(2030, 12, 31)),
        length=st.integers(20, 700),
        rhythm=st.sampled_from(
            [
                "mỗi tháng 01 tin",
                "2 tuần/1 số",
                "mỗi tuần 02 bài",
                "ngày 31 hằng tháng",
                "định kỳ quý",
                "thứ sáu hằng tuần",
            ]
        ),
    )
    def test_every_day_is_a_working_day_in_order_and_in_the_window(self, start: date, length: int, rhythm: str) -> None:
        end, calendar = start + timedelta(days=length), WorkCalendar()
        planned = list(plan_days(unsaved(rhythm, start, end), calendar))
        assert [each.number for each in planned] == list(range(1, len(planned) + 1))
        for each in planned:
            # A window that begins with days off has no working day before it.
            assert start <= each.due <= end + timedelta(days=15)
            assert calendar.works(each.due)
            assert (each.moved_from is None) == (each.moved_why == "")
            if each.moved_from and each.due < each.moved_from:
                between = (each.moved_from - each.due).days
                assert not any(calendar.works(each.due + timedelta(days=n)) for n in range(1, between + 1))

    @settings(max_examples=30, deadline=None)
    @given(year=st.integers(2000, 2050))
    def test_month_ends(self, year: int) -> None:
        days = days_of("cuối tháng hằng tháng", date(year, 1, 1), date(year, 12, 31))
        assert len(days) == 12
        assert [day.month for day in days] == list(range(1, 13))


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.mark.django_db
def test_regenerating_is_idempotent_and_keeps_what_is_closed(people: Cast) -> None:
    plan = make_plan(people, starts_on=START, ends_on=END)
    share = make_accepted(people, plan, frequency_printed="mỗi tháng 01 tin và phát lại 01 lần/tháng")
    before = list(share.occurrences.values_list("pk", "number", "rerun_number", "due"))
    regenerate(share, WorkCalendar())
    assert list(share.occurrences.values_list("pk", "number", "rerun_number", "due")) == before
    first = share.occurrences.filter(kind="issue").first()
    service.record_work(people.member, title="Số 1", done_on=START, proofs=[MINUTES], occurrences=[first])
    service.change_assignment(
        people.coordinator,
        share.assignment,
        values={"rhythm_set": "định kỳ quý"},
        leads=[people.culture],
        supports=[people.economy],
    )
    issues = share.occurrences.issues()
    assert issues.count() == 4
    assert share.occurrences.reruns().count() == 0
    kept = issues.get(number=1)
    assert (kept.closed_on, kept.pk, kept.due) == (START, first.pk, first.due)
    assert issues.get(number=2).due == date(2026, 6, 30)


@pytest.mark.django_db
def test_what_is_entered_after_the_day_is_marked(people: Cast) -> None:
    today = timezone.localdate()
    plan = make_plan(people, starts_on=today - timedelta(days=200), ends_on=today + timedelta(days=100))
    share = make_accepted(people, plan, frequency_printed="mỗi tháng 01 tin")
    past = share.occurrences.first()
    service.record_work(people.member, title="Số cũ", done_on=past.due, proofs=[MINUTES], occurrences=[past])
    past.refresh_from_db()
    assert past.entered_late
    coming = share.occurrences.last()
    service.record_work(people.member, title="Số sớm", done_on=today, proofs=[MINUTES], occurrences=[coming])
    coming.refresh_from_db()
    assert not coming.entered_late


@pytest.mark.django_db
def test_an_occurrence_closes_only_once_and_only_on_evidence(people: Cast) -> None:
    share = make_accepted(people, make_plan(people, starts_on=START), frequency_printed="mỗi tháng 01 tin")
    first = share.occurrences.first()
    with pytest.raises(Refused, match="minh chứng"):
        service.record_work(people.member, title="Số 1", done_on=START, proofs=[], occurrences=[first])
    first.refresh_from_db()
    assert first.closed_on is None
    service.record_work(people.member, title="Số 1", done_on=START, proofs=[MINUTES], occurrences=[first])
    with pytest.raises(Refused, match="đã có minh chứng"):
        service.record_work(people.member, title="Số 1", done_on=START, proofs=[MINUTES], occurrences=[first])


def test_the_strip_draws_each_issue_or_each_month() -> None:
    from lienthong.plans.models import Occurrence
    from lienthong.plans.strips import MOST_DOTS, strip_of

    few = [Occurrence(number=n, due=date(2026, n, 28), closed_on=START if n < 4 else None) for n in range(1, 13)]
    strip = strip_of(few, date(2026, 6, 30))
    assert strip is not None
    assert [dot.state for dot in strip.dots] == ["done"] * 3 + ["missed"] * 3 + ["due"] * 6
    assert (strip.done, strip.total, strip.missed, strip.next_due) == (3, 12, 3, date(2026, 7, 28))
    assert strip.words == "3/12 đã làm, 3 lỡ"
    assert strip.missed_path.count("M") == 3
    many = [Occurrence(number=n + 1, due=START + timedelta(days=n), closed_on=START) for n in range(MOST_DOTS * 2)]
    by_month = strip_of(many, START)
    assert by_month is not None
    assert len(by_month.dots) == len({occurrence.due.replace(day=1) for occurrence in many}) < len(many)
    assert strip_of([], START) is None
