"""Make a group of devices."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.models import DeviceGroup, Station
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def add_group(actor: Actor, station: Station, *, name: str) -> DeviceGroup:
    require_run(actor, station)
    name = " ".join(name.split())
    if not name or station.groups.filter(name=name).exists():
        raise Refused(_("Hãy đặt một tên nhóm chưa có."), field="name")
    group = DeviceGroup.objects.create(station=station, name=name)
    record(events.GROUP_ADDED, group, by=actor.stamp, name=name)
    return group
