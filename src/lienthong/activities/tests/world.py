"""Activities for the table of permissions: an event that is prepared, one that is public, one that is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.activities.door import poster_code
from lienthong.activities.tests.factories import (
    make_event,
    make_held_event,
    make_past_event,
    make_public_event,
    make_registration,
)

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    written, public = make_event(people), make_public_event(people)
    over, held = make_past_event(people), make_held_event(people)
    made = make_registration(public)

    world.rooms["activities"] = {"pk": public.pk}
    world.use(written, "activities:edit")
    world.use(written, "activities:step", act="trinh")
    world.use(over, "activities:hold")
    world.use(held, "activities:photo", number=1)
    world.use(public, "activities:remove_registration", registration_pk=made.pk)
    world.use(public, "activities_one", "activities_calendar", "activities_register")
    world.named["activities_registration"] = {"code": made.code}
    world.named["activities_arrive"] = {"code": poster_code(public)}
