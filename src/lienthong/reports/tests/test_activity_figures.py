"""Events, visits and lessons in a report: sums that open their lines, shown only where there are any."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.activities.tests.factories import make_held_event, make_visit
from lienthong.gate.tests.factories import arriving
from lienthong.learning.service import enter_group_result, take_quiz
from lienthong.learning.tests.factories import make_public
from lienthong.organisations.tests.factories import cast
from lienthong.reports.activity_figures import ACTIVITIES
from lienthong.reports.figures import BY_CODE, values
from lienthong.reports.gathering import counts_of, lines_of, rows_of
from lienthong.reports.models import Report
from lienthong.reports.tests.factories import make_quarter_report
from lienthong.training.tests.factories import make_closed_class

pytestmark = pytest.mark.django_db


def counted(people, start, end):
    found = values(people.office, start, end)
    return {figure.code: found[figure.code] for figure in ACTIVITIES}


def test_numbers_of_the_period_open_what_they_count():
    people, today = cast(), timezone.localdate()
    event = make_held_event(people, counted=85)
    make_visit(people, identity=7, safety=5)
    lesson = make_public(people)
    for answers in ({"0": "1", "1": "1"}, {"0": "0", "1": "0"}):
        take_quiz(lesson, answers, arriving())
    training = make_closed_class(people)
    enter_group_result(people.member, lesson, place=people.hamlets[0], held_on=today, people=30, passed=24)
    start, end = today - timedelta(days=3), today
    assert counted(people, start, end) == {
        "events": 1,
        "events.people": 85,
        "visits": 1,
        "visits.helped": 12,
        "classes": 1,
        "classes.people": 2,
        "classes.passed": 1,
        "lessons.online": 2,
        "lessons.online_passed": 1,
        "lessons.meetings": 1,
        "lessons.people": 30,
        "lessons.passed": 24,
    }
    assert set(counted(people, start - timedelta(days=90), start - timedelta(days=30)).values()) == {0}
    assert set(counted(cast(), start, end).values()) == {0}
    shown = {figure.code: lines_of(figure.rows(people.office, start, end)) for figure in ACTIVITIES}
    assert shown["events.people"][0].text == event.title
    assert "85 người dự" in shown["events.people"][0].detail
    assert sum(int(line.detail.split(" · ")[2].split()[0]) for line in shown["visits.helped"]) == 12
    assert shown["classes"][0].text == training.title
    by_unit = {line.text: line.detail.rsplit(" · ", 1)[1] for line in shown["classes.people"]}
    assert by_unit == {"Phòng Kinh tế": "1 người dự, 1 hoàn thành", "Thôn 1": "1 người dự, 0 hoàn thành"}
    told = " ".join(f"{line.text} {line.detail}" for lines in shown.values() for line in lines)
    assert not [name for name in training.nominees.values_list("name", flat=True) if name in told]
    assert "30 người dự, 24 đạt" in shown["lessons.passed"][0].detail
    assert all(line.url for lines in shown.values() for line in lines)


def test_what_was_never_done_is_not_shown():
    people = cast()
    report: Report = make_quarter_report(people)
    assert not [count for count in counts_of(report) if count.shown and count.figure in ACTIVITIES]
    assert not rows_of(report, BY_CODE["events"]).exists()
