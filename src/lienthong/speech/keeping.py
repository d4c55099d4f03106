"""Store the sound of a recording under its hash, with what was measured of it."""

from django.core.files.base import ContentFile

from lienthong.core.file_kinds import sha256_of
from lienthong.speech.audio.loudness import measured
from lienthong.speech.audio.waves import Sound, mp3_of
from lienthong.speech.models import Recording
from lienthong.speech.workflow import RECORDING


def keep_sound(recording: Recording, sound: Sound) -> None:
    """Store ``sound`` as MP3 under its hash, with what was measured of it."""
    level = measured(sound)
    recording.loudness, recording.peak = level.loudness, level.peak
    keep_file(recording, mp3_of(sound), sound.seconds)


def keep_file(recording: Recording, data: bytes, seconds: float) -> None:
    content = ContentFile(data, name="tieng.mp3")
    recording.sha256, recording.seconds = sha256_of(content), round(seconds, 1)
    recording.state = RECORDING.move(Recording.State.MAKING, "make")
    storage = Recording._meta.get_field("file").storage
    name = f"speech/{recording.sha256[:2]}/{recording.sha256}.mp3"
    recording.file = name if storage.exists(name) else storage.save(name, content)
    recording.save()
