"""Scripts and recordings for tests, made through the acts."""

import struct

from lienthong.organisations.tests.factories import Cast
from lienthong.speech.actions.approve_recording import approve_recording
from lienthong.speech.actions.record_script import record_script
from lienthong.speech.actions.upload_recording import upload_recording
from lienthong.speech.actions.withdraw_recording import withdraw_recording
from lienthong.speech.actions.write_script import write_script
from lienthong.speech.audio.waves import Sound, mp3_of
from lienthong.speech.models import Recording, Script
from lienthong.speech.tasks import make_sound

TEXT = (
    "Thực hiện Kế hoạch số 82/KH-UBND, sáng 15/9/2025, UBND xã Minh Hòa hướng dẫn bà con dùng dịch vụ công.\n"
    "Bà con cần hỗ trợ gọi số 0225 3123 456."
)


def make_script(people: Cast, text: str = TEXT) -> Script:
    return write_script(people.member, None, title="Bản tin chuyển đổi số", text=text)


def tone(seconds: float = 1.5, *, height: float = 0.1, rate: int = 16000) -> Sound:
    """A plain tone: what a test measures when no voice is asked for."""
    import numpy as np

    at = np.arange(int(seconds * rate)) / rate
    return Sound((height * np.sin(2 * np.pi * 440 * at)).astype("float32"), rate)


def wave_of(sound: Sound) -> bytes:
    data = (sound.samples * 32767).astype("<i2").tobytes()
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1, sound.rate,
                       sound.rate * 2, 2, 16, b"data", len(data))  # fmt: skip
    return head + data


def make_sound_file(seconds: float = 1.5) -> bytes:
    """An MP3 with a plain tone."""
    return mp3_of(tone(seconds))


def make_recording(people: Cast, text: str = TEXT) -> Recording:
    """One that a person read, ready to be heard; needs no voice."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    return upload_recording(people.member, make_script(people, text), SimpleUploadedFile("thu.mp3", make_sound_file()))


def make_approved(people: Cast) -> Recording:
    """One that another person heard and approved."""
    return approve_recording(people.leader, make_recording(people))


def make_withdrawn(people: Cast, recording: Recording) -> Recording:
    return withdraw_recording(people.leader, recording, reason="Đọc sai.")


def voiced(people: Cast, text: str = TEXT) -> Recording:
    recording = record_script(people.member, make_script(people, text))
    make_sound.call(recording.pk)
    recording.refresh_from_db()
    return recording
