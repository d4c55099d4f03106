"""The second person agrees: it plays now."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.alarm import play_now, stepped
from lienthong.channels.contrib.loudspeaker.models import Emergency
from lienthong.organisations.service import Actor


@transaction.atomic
def agree_emergency(actor: Actor, emergency: Emergency) -> Emergency:
    emergency = stepped(actor, emergency, "agree", "answer")
    play_now(emergency)
    record(events.EMERGENCY_AGREED, emergency, by=actor.stamp)
    return emergency
