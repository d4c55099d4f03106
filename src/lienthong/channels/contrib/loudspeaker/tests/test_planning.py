"""Whatever a commune promises within reason, its year is kept; what cannot be kept is said and never dropped."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vanban.rhythm import rhythm

from lienthong.channels.contrib.loudspeaker.planning import BadProgramme, faults_of, plan_air
from lienthong.channels.contrib.loudspeaker.programme import Bulletin, Column, Fault, Priority, Programme, Slot
from lienthong.channels.contrib.loudspeaker.proving import faults_in, heard

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
MARCH, SPRING = date(2026, 3, 1), date(2026, 3, 31)
AREAS = ("thon-1", "thon-2", "thon-3")
ALL = frozenset(AREAS)
EVERY = frozenset(range(7))
MORNING = Slot("sang", time(5, 30), 900, EVERY, ALL)
EVENING = Slot("chieu", time(17, 0), 900, EVERY, ALL)
DEVICES = {f"loa-{area}-{number}": area for area in AREAS for number in (1, 2)}


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute)  # noqa: DTZ001


def bulletin(code: str = "tin", priority: Priority = Priority.ORDINARY, **values) -> Bulletin:
    return Bulletin(code, 120, priority, **{"not_before": at(1), "until": at(31, 23)} | values)


def column(phrase: str = "2 tuần/1 số (26 số/năm)", **values) -> Column:
    return Column(
        **{"code": "cds", "rhythm": rhythm(phrase, (FIRST, LAST)), "seconds": 300, "slots": ("sang",)} | values
    )


def test_a_year_of_a_column_meets_its_quota_and_counts_reruns_apart():
    programme = Programme((MORNING, EVENING), (column(reruns=2, slots=("sang", "chieu")),))
    plan = plan_air(programme, FIRST, LAST)
    count = Counter(airing.rerun for airing in plan.airings if airing.code == "cds")
    assert count[0] == 26
    assert count[1] >= 25
    assert faults_in(plan, programme, DEVICES, FIRST, LAST) == []


def test_from_above_waits_for_the_choice_of_the_commune():
    waiting = bulletin(from_above=True)
    plan = plan_air(Programme((MORNING,), bulletins=(waiting,)), MARCH, SPRING)
    assert {airing.code for airing in plan.airings} == {"nhac"}
    assert [(one.kind, one.code) for one in plan.decisions] == [("waits", "tin")]
    chosen = plan_air(Programme((MORNING,), bulletins=(replace(waiting, chosen=True),)), MARCH, SPRING)
    assert [airing.begins for airing in chosen.airings if airing.code == "tin"] == [at(1, 5, 30)]


def test_first_priority_comes_first_in_the_order_of_the_commune():
    found = (
        bulletin("thuong"),
        bulletin("tinh", Priority.FIRST, from_above=True, chosen=True, rank=2),
        bulletin("xa", Priority.FIRST, rank=1),
    )
    plan = plan_air(Programme((MORNING,), (column("hằng ngày"),), found), MARCH, MARCH)
    assert [airing.code for airing in plan.airings] == ["xa", "tinh", "cds", "thuong", "nhac"]


def test_urgent_plays_at_once_even_at_night_unchosen_and_interrupts():
    night = bulletin("bao", Priority.URGENT, not_before=at(5, 2, 13), from_above=True)
    now = bulletin("lu", Priority.URGENT, not_before=at(6, 5, 35), areas=frozenset({"thon-1"}))
    programme = Programme((MORNING,), bulletins=(night, now))
    plan = plan_air(programme, MARCH, SPRING)
    assert [(one.begins, one.code, one.seconds) for one in plan.airings if one.urgent] == [
        (at(5, 2, 13), "bao", 120), (at(6, 5, 35), "lu", 120),
    ]  # fmt: skip
    sixth = [one.code for one in heard(plan, "thon-1") if one.begins.date() == date(2026, 3, 6)]
    assert sixth == ["nhac", "lu", "nhac"]
    assert len([one for one in heard(plan, "thon-2") if one.begins.date() == date(2026, 3, 6)]) == 1
    assert faults_in(plan, programme, DEVICES, MARCH, SPRING) == []


@pytest.mark.parametrize(
    "programme, fault",
    [
        (Programme((replace(MORNING, begins=time(4, 50)),)), Fault("sang", "quiet")),
        (Programme((replace(EVENING, begins=time(20, 50)),)), Fault("chieu", "quiet")),
        (Programme((MORNING, replace(EVENING, begins=time(5, 40)))), Fault("chieu", "overlap", "sang")),
        (Programme((MORNING,), (column(seconds=901),)), Fault("cds", "too-short")),
        (Programme((MORNING,), (column(slots=("la",)),)), Fault("cds", "too-short")),
    ],
)
def test_a_promise_that_cannot_be_kept_is_refused_before_the_year(programme, fault):
    assert faults_of(programme) == [fault]
    with pytest.raises(BadProgramme):
        plan_air(programme, MARCH, SPRING)


def test_what_finds_no_room_is_said():
    programme = Programme((replace(MORNING, weekdays=frozenset({0})),), (column("hằng ngày", seconds=900),))
    plan = plan_air(programme, MARCH, SPRING)
    assert sum(airing.code == "cds" for airing in plan.airings) == 5
    assert sum(one.kind == "unmet" for one in plan.decisions) == 31 - 5
    assert faults_in(plan, programme, DEVICES, MARCH, SPRING) == []


def test_the_proof_sees_what_is_wrong():
    programme = Programme((MORNING,), (column(),))
    plan = plan_air(programme, FIRST, LAST)
    issue = next(one for one in plan.airings if one.code == "cds")
    plan.airings.remove(issue)
    faults = faults_in(plan, programme, DEVICES, FIRST, LAST)
    assert any("silent" in fault for fault in faults)
    assert any("neither played nor explained" in fault for fault in faults)
    plan.airings.insert(0, replace(issue, begins=issue.begins.replace(hour=3)))
    assert any("quiet hours" in fault for fault in faults_in(plan, programme, DEVICES, FIRST, LAST))
    twice = plan_air(programme, FIRST, LAST)
    twice.airings.insert(1, twice.airings[0])
    assert any("before" in fault for fault in faults_in(twice, programme, DEVICES, FIRST, LAST))


PHRASES = ("hằng ngày", "thứ Hai hằng tuần", "2 tuần/1 số", "01 lần/tháng", "ngày 15 hằng tháng", "02 lần/tuần")


@st.composite
def programmes(draw) -> Programme:
    begins = sorted(draw(st.sets(st.integers(5, 19), min_size=1, max_size=4)))
    slots = tuple(
        Slot(
            f"khung-{hour}", time(hour, draw(st.integers(0, 20))), draw(st.integers(300, 2400)),
            draw(st.frozensets(st.integers(0, 6), min_size=1)),
            draw(st.frozensets(st.sampled_from(AREAS), min_size=1)),
        )
        for hour in begins
    )  # fmt: skip
    names = [slot.code for slot in slots]
    columns = tuple(
        Column(
            f"cm-{number}", rhythm(draw(st.sampled_from(PHRASES)), (MARCH, SPRING)), draw(st.integers(30, 300)),
            tuple(draw(st.sets(st.sampled_from(names), min_size=1))), draw(st.integers(0, 2)),
        )
        for number in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    bulletins = tuple(
        Bulletin(
            f"tin-{number}", draw(st.integers(10, 400)), draw(st.sampled_from(Priority)),
            begin := at(draw(st.integers(1, 30)), draw(st.integers(4, 20)), draw(st.integers(0, 40))),
            begin + timedelta(days=draw(st.integers(1, 5))), draw(st.booleans()), draw(st.booleans()),
            draw(st.integers(0, 3)), draw(st.frozensets(st.sampled_from(AREAS))),
        )
        for number in range(draw(st.integers(0, 6)))
    )  # fmt: skip
    return Programme(slots, columns, bulletins)


@settings(max_examples=150, deadline=None)
@given(programmes())
def test_any_month_is_kept(programme):
    plan = plan_air(programme, MARCH, SPRING)
    assert faults_in(plan, programme, DEVICES, MARCH, SPRING) == []
    told = {one.code for one in plan.decisions}
    assert {one.code for one in programme.bulletins if one.until.date() <= SPRING or one.chosen is False} <= told | {
        one.code for one in programme.bulletins if not one.from_above and one.until.date() > SPRING
    }
    aired = Counter((one.code, one.issue, one.rerun, tuple(sorted(one.areas))) for one in plan.airings if one.issue)
    for due in programme.columns:
        assert {key[2] for key in aired if key[0] == due.code} <= set(range(due.reruns + 1))


@settings(max_examples=40, deadline=None)
@given(programmes())
def test_the_same_promise_gives_the_same_plan(programme):
    once, again = plan_air(programme, MARCH, SPRING), plan_air(programme, MARCH, SPRING)
    assert once.airings == again.airings
    assert once.decisions == again.decisions
