"""Classes for the table of permissions: one that asks for people, one that was taught, one that is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.training.tests.factories import (
    invitation_of,
    make_class,
    make_closed_class,
    make_named_class,
    make_taught_class,
)

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    prepared, named = make_class(people), make_named_class(people)
    taught, closed = make_taught_class(people), make_closed_class(people)

    world.rooms["training"] = {"pk": named.pk}
    world.use(prepared, "training:edit")
    world.use(prepared, "training:step", act="mo")
    world.use(taught, "training:results", "training:close", "training:list_pdf", "training:list_xlsx")
    world.use(taught.sessions.first(), "training:session", "training:sheet")
    world.use(closed, "training:photo", number=1)
    world.use(invitation_of(named, people.economy), "training:nominate", "training:urge")
    world.use(named.nominees.get(position=people.other_head.position), "training:nominee_step", act="rut")
    line = f"training.nominee:{named.nominees.get(position=people.other_head.position).pk}"
    world.named["organisations:ask_line_correction"] = {"key": line}
