"""An outlet and a delivery whose outcome nobody knows, for the table of permissions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from lienthong.channels.core.registry import all_channels
from lienthong.channels.core.tests.factories import make_outlet, order

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    outlet = make_outlet(world.people, all_channels()[0].code)
    delivery = order(world.people, outlet, due_at=timezone.now() + timedelta(days=1))
    world.rooms["channels"] = {"pk": outlet.pk}
    world.named["channels:new_outlet"] = {"code": outlet.channel}
    world.use(outlet, "channels:outlet_step", act="bat")
    world.use(delivery, "channels:delivery", "channels:settle")
    world.use(delivery, "channels:delivery_step", act="huy")
    world.named["channel_file"] = world.named["channel_jpeg"] = {"reference": delivery.reference, "number": 1}
