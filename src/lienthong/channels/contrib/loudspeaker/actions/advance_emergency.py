"""What time does to an emergency: unanswered it plays in the caller's name, played to its end it waits for review."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.contrib.loudspeaker import events, items
from lienthong.channels.contrib.loudspeaker.alarm import locked, play_now, silence, standing_of
from lienthong.channels.contrib.loudspeaker.emergency import due_step
from lienthong.channels.contrib.loudspeaker.models import Emergency
from lienthong.channels.contrib.loudspeaker.workflow import EMERGENCY
from lienthong.core.keys import key_of


@transaction.atomic
def advance_emergency(emergency: Emergency, now: datetime | None = None) -> Emergency:
    """The system's own step, made once however often it is asked: the state under the lock decides."""
    emergency, now = locked(emergency), now or timezone.now()
    office = key_of(emergency.station.office)
    step = due_step(standing_of(emergency), now)
    if step is None:
        _catch_up(emergency, now)
        return emergency
    emergency.state = EMERGENCY.move(emergency.state, step)
    emergency.save(update_fields=["state"])
    if step == "let_through":
        items.emergency_is_answered(emergency)
        play_now(emergency, now)
        items.tell_leaders(emergency)
        caller = str(emergency.caller)
        record(events.EMERGENCY_LET_THROUGH, emergency, by=SYSTEM, office=office, caller=caller)
    else:
        silence(emergency, now)
        items.ask_for_review(emergency)
        record(events.EMERGENCY_FINISHED, emergency, by=SYSTEM, office=office)
    return emergency


def _catch_up(emergency: Emergency, now: datetime) -> None:
    """The voice was still reading when it was let through: it plays from the moment that its sound is there."""
    unheard = emergency.airings.filter(sha256="").exists()
    if emergency.state == Emergency.State.PLAYING and unheard and emergency.recording.sha256:
        play_now(emergency, now)
