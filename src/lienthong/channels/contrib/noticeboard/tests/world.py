"""A notice board of the office, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.channels.core.tests.factories import make_outlet

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    outlet = make_outlet(world.people, "noticeboard", options={"name": "UBND xã Minh Hòa", "days": 14})
    world.use(outlet, "noticeboard_screen")
    world.named["noticeboard_poster"] = {"reference": "LT-AAAA-AAAA"}
