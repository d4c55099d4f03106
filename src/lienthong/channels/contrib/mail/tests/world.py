"""A newsletter and somebody who asked for it, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.channels.contrib.mail.models import Subscriber
from lienthong.channels.core.tests.factories import make_outlet

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    outlet = make_outlet(world.people, "mail", options={"about": "Tin của xã"})
    subscriber = Subscriber.objects.create(outlet=outlet, address="a@vidu.vn")
    for name in ("mail_confirm", "mail_unsubscribe"):
        world.named[name] = {"token": subscriber.token}
