"""The colour of an office, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    world.named["workspace:accent"] = {"body_id": world.people.office.pk}
