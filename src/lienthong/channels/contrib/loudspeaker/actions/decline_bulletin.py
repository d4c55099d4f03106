"""Leave a bulletin from above unplayed, with the reason."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import moved
from lienthong.channels.contrib.loudspeaker.models import AirBulletin
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor


@transaction.atomic
def decline_bulletin(actor: Actor, bulletin: AirBulletin, *, reason: str) -> AirBulletin:
    bulletin = moved(actor, bulletin, "decline", "decide", reason=required(reason))
    record(events.BULLETIN_DECLINED, bulletin, by=actor.stamp, reason=bulletin.reason)
    return bulletin
