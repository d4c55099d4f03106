"""Return a recording, saying what to mend."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.speech import events, items
from lienthong.speech.deciding import moved, required
from lienthong.speech.models import Recording


@transaction.atomic
def return_recording(actor: Actor, recording: Recording, *, reason: str) -> Recording:
    recording = moved(actor, recording, "return", "decide", reason=required(reason))
    items.ask_to_mend(recording, actor)
    record(events.RETURNED, recording, by=actor.stamp, reason=recording.reason)
    return recording
