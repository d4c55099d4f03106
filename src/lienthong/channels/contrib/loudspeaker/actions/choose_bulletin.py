"""Choose a bulletin from above for the air."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import moved
from lienthong.channels.contrib.loudspeaker.models import AirBulletin
from lienthong.organisations.service import Actor


@transaction.atomic
def choose_bulletin(actor: Actor, bulletin: AirBulletin) -> AirBulletin:
    bulletin = moved(actor, bulletin, "choose", "decide")
    record(events.BULLETIN_CHOSEN, bulletin, by=actor.stamp)
    return bulletin
