"""Approve a recording after listening."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.speech import events, items
from lienthong.speech.deciding import moved
from lienthong.speech.models import Recording


@transaction.atomic
def approve_recording(actor: Actor, recording: Recording) -> Recording:
    """A named person other than who wrote or made it answers for exactly this sound from now on."""
    recording = moved(actor, recording, "approve", "decide")
    items.tell_maker(recording, actor)
    record(events.APPROVED, recording, by=actor.stamp, hash=recording.sha256[:12])
    return recording
