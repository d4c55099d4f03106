"""The voice's part: from frozen words to a levelled MP3 with the place of each sentence."""

from django.db import transaction

from lienthong.audit.service import SYSTEM, record
from lienthong.core.keys import key_of
from lienthong.speech import events, items
from lienthong.speech.audio.reading import read_aloud
from lienthong.speech.audio.voices import voice_of
from lienthong.speech.keeping import keep_sound
from lienthong.speech.models import Recording


def make_sound(recording: Recording) -> None:
    """Work of a claimed row; writes sound and state in one transaction."""
    reading = read_aloud(voice_of(recording.voice), [one["words"] for one in recording.sentences])
    for one, (begins, stops) in zip(recording.sentences, reading.marks, strict=True):
        one["begins"], one["stops"] = begins, stops
    with transaction.atomic():
        keep_sound(recording, reading.sound)
        recording.finish()
        items.ask_to_listen(recording)
        record(events.VOICED, recording, by=SYSTEM, office=key_of(recording.script.office), hash=recording.sha256[:12])
