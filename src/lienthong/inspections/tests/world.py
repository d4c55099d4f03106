"""A concluded inspection with a finding to mend, a planned one, and a question, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.inspections.service import send_findings
from lienthong.inspections.tests.factories import (
    answer_all,
    in_days,
    make_concluded,
    make_question,
    make_started,
    make_visit,
)
from lienthong.plans.tests.factories import make_plan

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    """What is prepared shows on the planned one, what is found on the one under way, what follows on the concluded."""
    people = world.people
    planned, started, line = make_visit(people), make_started(people), make_concluded(people)
    found = answer_all(people, started)
    send_findings(people.clerk, started, answer_by=in_days(5))
    world.rooms["inspections"] = {"pk": started.inspection_id}
    world.use(planned.inspection, "inspections:change", "inspections:add_visit")
    world.use(planned, *(f"inspections:{name}" for name in ("move_visit", "drop_visit", "draw", "add_line")))
    world.use(planned.inspection, "inspections:step", act="thong-bao")
    world.use(started, "inspections:visit", "inspections:send")
    world.use(found, "inspections:answer", "inspections:drop_line", "inspections:explain")
    world.use(line, "inspections:line", "inspections:mend")
    world.use(line.files.get(), "inspections:file")
    world.use(make_question(people, make_plan(people)), "inspections:question")
    world.use(started.inspection, "inspections:ask", kind="cuoc-kiem-tra")
