"""A station with one of everything, for the table of permissions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.actions.call_emergency import call_emergency
from lienthong.channels.contrib.loudspeaker.models import PlannedAiring
from lienthong.channels.contrib.loudspeaker.tests.factories import (
    from_above,
    make_approved,
    make_column,
    make_device,
    make_slot,
    make_station,
    put_on_duty,
)

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    station = make_station(people)
    slot = make_slot(people, station)
    spare = make_slot(people, station, name="Buổi chiều", begins=slot.begins.replace(hour=17))
    column = make_column(people, station, slot)
    bulletin = from_above(people, station)
    device = make_device(people, station)
    put_on_duty(people, station, "member", "clerk")
    emergency = call_emergency(people.member, station, title="Lũ quét", recording=make_approved(people))
    day = timezone.localdate() + timedelta(days=1)
    world.use(PlannedAiring.objects.filter(station=station)[0], "loudspeaker:airing")
    world.use(spare, "loudspeaker:end_slot")
    world.use(column, "loudspeaker:column", "loudspeaker:end_column")
    world.use(column.issues.all()[0], "loudspeaker:issue")
    world.use(bulletin, "loudspeaker:bulletin", "loudspeaker:bulletin_sound")
    world.use(bulletin, "loudspeaker:bulletin_step", act="chon")
    world.use(device, "loudspeaker:device")
    world.use(device, "loudspeaker:device_step", act="doi-khoa")
    world.use(station.duty.all()[0], "loudspeaker:end_duty")
    world.use(emergency, "loudspeaker:emergency", "loudspeaker:emergency_sound")
    world.use(emergency, "loudspeaker:emergency_step", act="dong-y")
    world.named["loudspeaker:package"] = {"day": day.isoformat()}
    world.named["loudspeaker_sound"] = {"sha256": "0" * 64}
