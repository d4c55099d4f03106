"""A proposed nomination with a proof and a picture, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.commendations.tests.factories import make_nomination, make_proposed

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    written, proposed = make_nomination(world.people), make_proposed(world.people)
    world.rooms["commendations"] = {"pk": written.pk}
    world.use(written.proofs.get(), "commendations:drop_proof")
    world.use(written.pictures.get(), "commendations:picture", "commendations:remove_picture")
    world.use(proposed, "commendations:review")
    world.use(proposed, "commendations:step", act="dong-y")
