"""Sounds for a demonstration and a stream: read by the voice at once, a plain tone without one, and silence."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.speech.actions.record_script import record_script
from lienthong.speech.actions.upload_recording import upload_recording
from lienthong.speech.models import Recording, Script
from lienthong.speech.tasks import make_sound


def sample_recording(actor: Actor, script: Script) -> Recording:
    """Ready to be heard and approved."""
    try:
        recording = record_script(actor, script)
    except Refused:
        return upload_recording(actor, script, SimpleUploadedFile("am-bao.mp3", _mp3_of_tone(6.0, height=0.1)))
    make_sound.call(recording.pk)
    recording.refresh_from_db()
    return recording


def silence(seconds: float = 1.0) -> bytes:
    """An MP3 without a sound: what a stream carries between two airings."""
    return _mp3_of_tone(seconds, height=0.0)


def _mp3_of_tone(seconds: float, *, height: float) -> bytes:
    """What makes sound is loaded only when sound is made."""
    import numpy as np

    from lienthong.speech.audio.waves import Sound, mp3_of

    at = np.arange(int(seconds * 16000)) / 16000
    return mp3_of(Sound((height * np.sin(2 * np.pi * 440 * at)).astype("float32"), 16000))
