"""Promise a time on the air."""

from collections.abc import Iterable
from datetime import time

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew
from lienthong.channels.contrib.loudspeaker.models import DeviceGroup, ProgrammeSlot, Station
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def add_slot(
    actor: Actor, station: Station, *, name: str, begins: time, minutes: int, weekdays: Iterable[int],
    hamlets: Iterable[Body] = (), groups: Iterable[DeviceGroup] = (),
) -> ProgrammeSlot:  # fmt: skip
    """:class:`Refused` when it overlaps another slot of the same place or stands in the quiet hours."""
    require_run(actor, station)
    days = "".join(str(day) for day in sorted(set(weekdays)))
    if not days:
        raise Refused(_("Hãy chọn ít nhất một ngày trong tuần."), field="weekdays")
    slot = ProgrammeSlot.objects.create(
        station=station, name=name.strip(), begins=begins, seconds=minutes * 60, weekdays=days
    )
    slot.hamlets.set(hamlets)
    slot.groups.set(groups)
    check_and_renew(station)
    record(events.SLOT_ADDED, slot, by=actor.stamp, name=slot.name, begins=f"{begins:%H:%M}", minutes=minutes)
    return slot
