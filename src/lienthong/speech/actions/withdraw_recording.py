"""Withdraw a recording that was approved: it is played no more."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core import public
from lienthong.organisations.service import Actor
from lienthong.speech import events
from lienthong.speech.deciding import moved, required
from lienthong.speech.models import Recording


@transaction.atomic
def withdraw_recording(actor: Actor, recording: Recording, *, reason: str) -> Recording:
    recording = moved(actor, recording, "withdraw", "withdraw", reason=required(reason))
    public.changed(recording.script.office_id)
    record(events.WITHDRAWN, recording, by=actor.stamp, reason=recording.reason)
    return recording
