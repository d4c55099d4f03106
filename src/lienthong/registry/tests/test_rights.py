"""``thing in visible_to`` ⇔ ``abilities_for(…).see``, over the cast, random states and random access."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienthong.organisations.service import Actor, CommitteeMember, abilities_for
from lienthong.organisations.tests.factories import BodyFactory, cast, make_actor
from lienthong.registry.granting import grant_access
from lienthong.registry.models import Decision, DecisionPart, Direction, OfficialDocument
from lienthong.registry.tests.factories import document

pytestmark = pytest.mark.django_db
ACTORS = (
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
)  # fmt: skip
BODIES = ("office", "culture", "economy", "service_centre", "police", "province")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    state=st.sampled_from(OfficialDocument.State.values),
    direction=st.sampled_from(Direction.values),
    home=st.sampled_from(["office", "province", "other"]),
    sent_to=st.sets(st.sampled_from(BODIES), max_size=3),
    given_to=st.dictionaries(st.sampled_from(BODIES), st.sampled_from(DecisionPart.Part.values), max_size=2),
)
def test_seeing_and_being_listed_are_the_same(state, direction, home, sent_to, given_to):
    people = cast()
    office = cast().office if home == "other" else getattr(people, home)
    made = document(office, state=state, direction=direction)
    for name in sent_to:
        grant_access(made, getattr(people, name))
    if given_to:
        decision = Decision.objects.create(
            document=made, kind="handle", decided_by=people.leader.position, entered_by=people.leader.position,
            decided_on="2025-08-06",
        )  # fmt: skip
        for name, part in given_to.items():
            DecisionPart.objects.create(decision=decision, body=getattr(people, name), part=part)
    committee = BodyFactory(name="Ban Chỉ đạo", kind="committee", parent=people.office)
    CommitteeMember.objects.create(committee=committee, position=people.member.position, duty="Ủy viên")
    nobody = Actor(people.member.user, None)
    for actor in [*(getattr(people, name) for name in ACTORS), nobody, make_actor(committee, "Thư ký", "member")]:
        listed = OfficialDocument.objects.visible_to(actor).filter(pk=made.pk).exists()
        assert listed == abilities_for(actor, made).see, (actor.role, state, home)


def test_a_unit_sees_only_what_was_sent_to_it():
    people = cast()
    made = document(people.office)
    assert not abilities_for(people.unit_head, made).see
    grant_access(made, people.culture)
    assert abilities_for(people.unit_head, made).see
    assert not abilities_for(people.other_head, made).see
    assert not abilities_for(people.unit_head, made).handle


def test_a_supervisor_sees_what_was_issued_below_him_and_not_what_came_in():
    people = cast()
    state, out = OfficialDocument.State, Direction.OUTGOING
    assert abilities_for(people.supervisor, document(people.office, direction=out, state=state.ISSUED)).see
    assert not abilities_for(people.supervisor, document(people.office)).see
    assert not abilities_for(people.supervisor, document(people.office, direction=out, state=state.TO_REGISTER)).see
    assert not abilities_for(people.supervisor, document(cast().office, direction=out, state=state.ISSUED)).see
