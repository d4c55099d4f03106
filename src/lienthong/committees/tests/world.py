"""A committee with a meeting that was held, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.committees.tests.factories import make_committee, make_held_meeting, make_line, make_paper

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    board = make_committee(world.people)
    meeting = make_held_meeting(world.people, board)
    conclusion = meeting.conclusions.first()
    world.rooms["committees"] = {"pk": meeting.pk}
    world.use(board, *(f"committees:{name}" for name in ("committee", "charter", "deputy", "line", "plan_meeting")))
    world.use(make_line(world.people, board), "committees:assign_line")
    world.use(make_paper(world.people, board), "committees:paper")
    world.use(meeting, "committees:step", act="thong-qua")
    world.use(conclusion, "committees:drop_conclusion", "committees:assign_conclusion")
