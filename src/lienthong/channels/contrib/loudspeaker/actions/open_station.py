"""Open the loudspeaker station of an office."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.models import Station
from lienthong.channels.contrib.loudspeaker.permissions import may_open
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor


@transaction.atomic
def open_station(actor: Actor) -> Station:
    """The station of the actor's office; opening it again gives the same one."""
    if not may_open(actor):
        raise NotAllowed(_("Lãnh đạo, trưởng đơn vị hoặc cán bộ tổng hợp mở đài của cơ quan."))
    station, made = Station.objects.get_or_create(office=actor.own_office)
    if made:
        record(events.OPENED, station, by=actor.stamp)
    return station
