"""Occurrences that come due become work items of their own, once, and go with what closes them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.core.keys import key_of
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import Cast, cast
from lienthong.plans import service
from lienthong.plans.models import Occurrence, Share
from lienthong.plans.tests.factories import MINUTES, make_accepted, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def weekly(people: Cast) -> Share:
    """A share with an occurrence each week for ten weeks from today."""
    today = timezone.localdate()
    plan = make_plan(people, starts_on=today, ends_on=today + timedelta(days=69))
    return make_accepted(people, plan, frequency_printed="mỗi tuần 01 bài")


def waiting() -> set[str]:
    return set(WorkItem.objects.open().filter(subject__startswith="plans.occurrence").values_list("subject", flat=True))


def test_only_what_is_due_soon_is_asked_for_and_only_once(weekly: Share) -> None:
    ahead = timezone.localdate() + timedelta(days=7)
    soon = {key_of(occurrence) for occurrence in weekly.occurrences.filter(due__lte=ahead)}
    assert waiting() == soon
    assert 0 < len(soon) < weekly.occurrences.count()
    assert service.ask_for_due_occurrences() == 0
    assert WorkItem.objects.filter(subject__in=soon).count() == len(soon)


def test_evidence_closes_the_item(people: Cast, weekly: Share) -> None:
    first = weekly.occurrences.first()
    service.record_work(
        people.member, title="Bài 1", done_on=timezone.localdate(), proofs=[MINUTES], occurrences=[first]
    )
    assert key_of(first) not in waiting()
    assert service.ask_for_due_occurrences() == 0


def test_items_of_occurrences_move_to_the_handler(people: Cast, weekly: Share) -> None:
    service.assign_handler(people.unit_head, weekly, handler=people.member.position)
    items = WorkItem.objects.open().filter(subject__startswith="plans.occurrence")
    assert {item.position for item in items} == {people.member.position}
    assert len(items) == len(waiting())


def test_a_submitted_share_asks_for_nothing_and_a_returned_one_again(people: Cast, weekly: Share) -> None:
    service.record_work(people.member, title="Bài", done_on=timezone.localdate(), proofs=[MINUTES], shares=[weekly])
    service.submit_share(people.unit_head, weekly, result="Xong")
    assert waiting() == set()
    service.send_back_share(people.coordinator, weekly, reason="Còn kỳ chưa làm")
    assert service.ask_for_due_occurrences() > 0
    assert waiting()


def test_the_job_takes_a_bounded_number_and_goes_on(weekly: Share, monkeypatch: pytest.MonkeyPatch) -> None:
    Occurrence.objects.update(due=timezone.localdate(), asked_on=None)
    monkeypatch.setattr("lienthong.plans.jobs.AT_ONCE", 4)
    assert [service.ask_for_due_occurrences() for _ in range(4)] == [4, 4, 2, 0]


def test_a_body_that_has_not_accepted_is_not_asked_yet(people: Cast) -> None:
    from lienthong.plans.tests.factories import make_assignment

    make_assignment(people, frequency_printed="mỗi tuần 01 bài")
    assert service.ask_for_due_occurrences() == 0
