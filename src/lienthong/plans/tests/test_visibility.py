"""A thing is in the lists of those whose rights let them see it, and of nobody else, over the whole cast."""

from dataclasses import fields

import pytest
from django.db import models

from lienthong.organisations.service import Actor, CommitteeMember, abilities_for
from lienthong.organisations.tests.factories import BodyFactory, Cast, cast, make_group
from lienthong.plans import service
from lienthong.plans.models import Assignment, Occurrence, Plan, Share, Work
from lienthong.plans.permissions import RIGHT_FOR, steps_for
from lienthong.plans.tests.factories import (
    MINUTES,
    make_accepted,
    make_assignment,
    make_out_of_scope,
    make_plan,
    share_of,
)

pytestmark = pytest.mark.django_db


def everybody(people: Cast) -> list[Actor]:
    actors = [getattr(people, field.name) for field in fields(people)]
    found = [actor for actor in actors if isinstance(actor, Actor)]
    return [*found, Actor(people.member.user, None)]


@pytest.fixture
def crowd() -> list[Actor]:
    """Two communes with plans of every kind; the actors of both, and one without a position."""
    people, others = cast(), cast()
    plan = make_plan(people)
    make_assignment(people, plan, leads=[make_group(people.office, "Các thôn", *people.hamlets)])
    make_assignment(people, plan, leads=[people.hamlets[0]], supports=[])
    make_out_of_scope(people, plan)
    committee = BodyFactory(name="Ban Chỉ đạo chuyển đổi số", kind="committee", parent=people.office)
    CommitteeMember.objects.create(committee=committee, position=people.hamlet_head.position, duty="Thành viên")
    make_assignment(people, make_plan(people, title="Kế hoạch hai"), leads=[committee], supports=[])
    # A unit of the other commune supports; the plan stays the first one's.
    make_assignment(people, plan, leads=[people.economy], supports=[others.culture])
    share = make_accepted(others, frequency_printed="định kỳ quý")
    service.record_work(
        others.member, title="Số 1", done_on=share.occurrences.first().due.replace(month=1, day=2),
        proofs=[MINUTES], occurrences=[share.occurrences.first()],
    )  # fmt: skip
    moved = share_of(make_assignment(others, leads=[others.hamlets[0]], supports=[]), others.hamlets[0])
    service.transfer_share(others.leader, moved, body=others.police, reason="Đúng việc")
    return everybody(people) + everybody(others)


@pytest.mark.parametrize("model", [Plan, Assignment, Share, Occurrence, Work])
def test_lists_and_rights_agree(crowd: list[Actor], model: type[models.Model]) -> None:
    things = list(model._default_manager.all())
    assert things
    seen_by_some = set()
    for actor in crowd:
        listed = set(model._default_manager.visible_to(actor).values_list("pk", flat=True))
        by_rights = {thing.pk for thing in things if abilities_for(actor, thing).see}
        assert listed == by_rights, f"{actor.position} and {model.__name__}"
        seen_by_some |= listed
    assert seen_by_some == {thing.pk for thing in things}


def test_the_other_commune_sees_only_what_it_shares_in(crowd: list[Actor]) -> None:
    hamlet_head = next(actor for actor in crowd if actor.role == "hamlet_head")
    assert {share.body.name for share in Share.objects.visible_to(hamlet_head)} == {
        "Thôn 1",
        "Ban Chỉ đạo chuyển đổi số",
    }
    assert not Plan.objects.visible_to(Actor(hamlet_head.user, None)).exists()


def test_steps_are_only_offered_to_those_whose_act_succeeds(crowd: list[Actor]) -> None:
    for share in Share.objects.select_related("assignment__plan__office", "body"):
        for actor in crowd:
            abilities = abilities_for(actor, share)
            for act in steps_for(actor, share):
                assert getattr(abilities, RIGHT_FOR[act])
                assert abilities.see
