"""A case file of the plan, with a piece left out and an export, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.casefiles.actions.leave_out import leave_out
from lienthong.casefiles.tests.factories import exported, make_case
from lienthong.core.keys import key_of

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people, plan = world.people, world.things["plan"]
    case = make_case(people, plan)
    left_out = leave_out(people.coordinator, case, key_of(world.things["work"]), reason="bản trùng")
    export = exported(people.coordinator, case)
    world.rooms["casefiles"] = {"pk": case.pk}
    world.use(plan, "casefiles:behind", "casefiles:open", "casefiles:export_behind", kind="ke-hoach")
    world.use(left_out, "casefiles:take_back")
    world.use(export, "casefiles:export")
    world.use(export, "casefiles:export_file", ending="zip")
