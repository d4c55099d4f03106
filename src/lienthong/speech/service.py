"""The door of the speech room."""

from collections.abc import Collection

from lienthong.organisations.service import Body
from lienthong.speech.actions.approve_recording import approve_recording
from lienthong.speech.actions.record_script import record_script
from lienthong.speech.actions.set_pronunciation import set_pronunciation
from lienthong.speech.actions.withdraw_recording import withdraw_recording
from lienthong.speech.actions.write_script import write_script
from lienthong.speech.audio.frames import seconds_of
from lienthong.speech.audio.waves import NotSound
from lienthong.speech.items import recording_url, script_url
from lienthong.speech.models import Recording, Script
from lienthong.speech.permissions import may_write
from lienthong.speech.sampling import sample_recording, silence
from lienthong.speech.words import said

__all__ = [
    "NotSound",
    "Recording",
    "Script",
    "approve_recording",
    "may_write",
    "record_script",
    "recording_url",
    "recordings_of",
    "said",
    "sample_recording",
    "script_url",
    "seconds_of",
    "set_pronunciation",
    "silence",
    "withdraw_recording",
    "write_script",
]


def recordings_of(office: Body, sounds: Collection[str]) -> list[Recording]:
    """The approved recordings of ``office`` that are one of ``sounds``, byte for byte (SHA-256)."""
    found = Recording.objects.filter(script__office=office, state=Recording.State.APPROVED, sha256__in=sounds)
    return list(found.select_related("script"))
