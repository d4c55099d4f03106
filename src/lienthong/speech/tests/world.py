"""A recording and a word of the office's dictionary, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.speech.service import set_pronunciation
from lienthong.speech.tests.factories import make_recording

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    recording = make_recording(world.people)
    word = set_pronunciation(world.people.coordinator, written="TTVH", said="Trung tâm Văn hóa")
    world.rooms["speech"] = {"pk": recording.script.pk}
    world.use(recording, "speech:recording", "speech:audio")
    world.use(recording, "speech:step", act="duyet")
    world.use(word, "speech:remove_word")
