"""A case file of the plan, with a piece left out and an export, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.casefiles.actions.close_case import close_case
from lienthong.casefiles.actions.leave_out import leave_out
from lienthong.casefiles.tests.factories import exported, make_case
from lienthong.core.keys import key_of
from lienthong.plans.tests.factories import make_plan

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people, plan = world.people, world.things["plan"]
    case = make_case(people, plan)
    left_out = leave_out(people.coordinator, case, key_of(world.things["work"]), reason="bản trùng")
    export = exported(people.coordinator, case)
    other = make_case(people, make_plan(people, title="Kế hoạch đã xong"), notation="02.VHXH")
    closed = close_case(people.coordinator, other)
    world.rooms["casefiles"] = {"pk": case.pk}
    world.use(plan, "casefiles:behind", "casefiles:open", "casefiles:export_behind", kind="ke-hoach")
    world.use(left_out, "casefiles:take_back")
    world.use(closed, "casefiles:paper", paper="muc-luc-van-ban")
    world.use(export, "casefiles:export")
    world.use(export, "casefiles:export_file", ending="zip")
