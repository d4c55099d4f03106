"""One calendar feed for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.inbox.actions.make_calendar_feed import make_calendar_feed

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    feed = make_calendar_feed(world.people.unit_head)
    world.named["inbox:feed"] = {"token": feed.token}
    world.named["inbox:weekly_sheet"] = {"body_id": world.people.culture.pk}
