"""The door of the speech room."""

from lienthong.speech.actions.approve_recording import approve_recording
from lienthong.speech.actions.record_script import record_script
from lienthong.speech.actions.set_pronunciation import set_pronunciation
from lienthong.speech.actions.write_script import write_script
from lienthong.speech.models import Recording, Script
from lienthong.speech.permissions import may_write
from lienthong.speech.words import said

__all__ = [
    "Recording",
    "Script",
    "approve_recording",
    "may_write",
    "record_script",
    "said",
    "set_pronunciation",
    "write_script",
]
