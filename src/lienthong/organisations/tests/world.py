"""One group, committee and signing authority for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.organisations.models import CommitteeMember, SigningAuthority, Supervision
from lienthong.organisations.tests.factories import BodyFactory, make_group

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    group = make_group(people.office, "Trưởng các thôn", *people.hamlets)
    committee = BodyFactory(name="Ban Chỉ đạo", kind="committee", parent=people.office)
    member = CommitteeMember.objects.create(committee=committee, position=people.member.position, duty="Ủy viên")
    signing = SigningAuthority.objects.create(position=people.leader.position, body=people.office, form="TM.")
    supervisor = people.supervisor.own_position
    supervision = Supervision.objects.create(position=supervisor, body=people.office, basis="Luật")
    world.rooms["organisations"] = {"pk": people.culture.pk}
    world.use(group, "organisations:group", "organisations:choose_members")
    world.use(people.member.user, "organisations:user", "organisations:reset_password", "organisations:add_position")
    world.use(people.member.own_position, "organisations:end_position", "organisations:grant_signing")
    world.use(committee, "organisations:add_committee_member")
    world.use(member, "organisations:end_committee_member")
    world.use(signing, "organisations:end_signing")
    world.use(supervisor, "organisations:give_supervision")
    world.use(supervision, "organisations:end_supervision")
