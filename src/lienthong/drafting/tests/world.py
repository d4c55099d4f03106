"""A draft with a change that came back, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.drafting.models import DraftChange, DraftTask
from lienthong.drafting.tests.factories import make_draft

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    draft = make_draft(world.people)
    task = DraftTask.objects.get(section__draft=draft)
    change = DraftChange.objects.create(draft=draft, order=1, kind="changed", where="Trích yếu")
    world.rooms["drafting"] = {"pk": draft.pk}
    world.use(draft, "drafting:file", ending="docx")
    world.use(draft, "drafting:step", act="trinh")
    world.use(change, "drafting:decide_change")
    sections = ("section", "move_section", "drop_section", "new_task")
    world.use(task.section, *(f"drafting:{name}" for name in sections))
    world.use(task, "drafting:task", "drafting:drop_task")
