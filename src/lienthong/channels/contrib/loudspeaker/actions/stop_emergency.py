"""Another person stops it, before it is heard or while it plays; the reason is kept."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events, items
from lienthong.channels.contrib.loudspeaker.alarm import silence, stepped
from lienthong.channels.contrib.loudspeaker.models import Emergency
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor


@transaction.atomic
def stop_emergency(actor: Actor, emergency: Emergency, *, reason: str) -> Emergency:
    emergency = stepped(actor, emergency, "stop", "stop", reason=required(reason))
    silence(emergency)
    items.ask_for_review(emergency)
    record(events.EMERGENCY_STOPPED, emergency, by=actor.stamp, reason=emergency.reason)
    return emergency
