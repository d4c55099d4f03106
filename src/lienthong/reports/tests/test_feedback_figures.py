"""Residents' cases in a report: counted by their dates, opened by code and category, and never by a word of theirs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.feedback.service import FeedbackCase, close_case, merge_case
from lienthong.feedback.tests.factories import make_answered, make_assigned, make_case_of_resident, told
from lienthong.organisations.tests.factories import cast
from lienthong.reports.figures import BY_CODE, values
from lienthong.reports.gathering import lines_of

pytestmark = pytest.mark.django_db


def test_cases_are_counted_by_their_dates_and_shown_without_words():
    people, today = cast(), timezone.localdate()
    in_time, late, overdue = make_answered(people).case, make_answered(people).case, make_assigned(people)
    FeedbackCase.objects.filter(pk=late.pk).update(was_late=True)
    FeedbackCase.objects.filter(pk=overdue.pk).update(due=today - timedelta(days=1))
    merge_case(people.clerk, make_case_of_resident(people), into=overdue)
    close_case(people.clerk, make_case_of_resident(people, told("Mua ngay kẻo hết")), why="spam")
    found = values(people.office, today, today)
    assert {code: found[code] for code in found if code.startswith("feedback")} == {
        "feedback": 3,
        "feedback.in_time": 1,
        "feedback.late": 1,
        "feedback.overdue": 1,
    }
    lines = lines_of(BY_CODE["feedback.in_time"].rows(people.office, today, today))
    assert [(line.text, line.detail) for line in lines] == [
        (f"{in_time.code}, điện, nước, chiếu sáng", "Phòng VH-XH · Đã trả lời")
    ]
    assert values(people.office, today - timedelta(days=9), today - timedelta(days=1))["feedback"] == 0
