"""What a supervisor reads: of the offices given to him, from the first day to the last, in every room."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.casefiles.service import CaseFile
from lienthong.casefiles.tests.factories import make_case
from lienthong.inspections.service import Inspection
from lienthong.inspections.tests.factories import make_started
from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans.service import Assignment, Plan
from lienthong.plans.tests.factories import make_assignment, make_plan
from lienthong.reports.service import Report
from lienthong.reports.tests.factories import make_quarter_report

READ = (Plan, Assignment, Inspection, Report, CaseFile)


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


def counts(actor: Actor) -> list[int]:
    """How many of each kind ``actor`` reads, at a new request."""
    again = Actor(actor.user, actor.position)
    return [model.objects.visible_to(again).count() for model in READ]


def test_everything_of_an_office_is_read_from_the_day_it_was_given_to_the_day_it_ended(people: Cast) -> None:
    plan = make_plan(people)
    make_assignment(people, plan)
    make_started(people)
    make_case(people, plan)
    report = make_quarter_report(people)
    Report.objects.filter(pk=report.pk).update(state=Report.State.FROZEN)
    given, today = people.supervisor.own_position.supervisions.get(), timezone.localdate()
    for first, last, seen in (
        (None, None, 1),
        (today, today, 1),
        (today + timedelta(days=1), None, 0),
        (None, today - timedelta(days=1), 0),
    ):
        given.valid_from, given.valid_to = first, last
        given.save()
        assert counts(people.supervisor) == [seen] * len(READ)


def test_the_thread_offers_the_question_to_supervisors_alone(people: Cast, client: Client) -> None:
    plan = make_plan(people)
    page, ask = reverse("plans:plan", args=[plan.pk]), reverse("inspections:ask", args=["ke-hoach", plan.pk])
    assert ask in sign_in(client, people.supervisor).get(page).content.decode()
    assert ask not in sign_in(client, people.coordinator).get(page).content.decode()
