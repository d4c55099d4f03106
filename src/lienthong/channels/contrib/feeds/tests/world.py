"""A feed of the office, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.channels.core.tests.factories import make_outlet

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    outlet = make_outlet(world.people, "feeds", options={"title": "Tin xã", "about": "Tin của xã"})
    world.use(outlet, "feeds_feed", kind="rss")
