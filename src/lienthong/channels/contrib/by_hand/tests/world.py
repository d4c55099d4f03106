"""A message in the hands of the head of a hamlet, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.channels.contrib.by_hand.tests.factories import make_handover
from lienthong.channels.core.tests.factories import make_attachment, make_message

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    message = make_message(files=(make_attachment(),))
    handover = make_handover(world.people, world.people.hamlet_head, message=message)
    world.rooms["by_hand"] = {"pk": handover.pk}
    world.use(handover, "by_hand:file", number=0)
    world.use(handover, "by_hand:step", act="khong-dang-duoc")
