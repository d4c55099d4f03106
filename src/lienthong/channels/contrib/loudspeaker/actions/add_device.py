"""Register a loudspeaker cluster."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew
from lienthong.channels.contrib.loudspeaker.models import Device, DeviceGroup, Station
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def add_device(
    actor: Actor, station: Station, *, code: str, place: str, hamlet: Body, kind: str = Device.Kind.IP,
    groups: Iterable[DeviceGroup] = (), renew: bool = True,
) -> Device:  # fmt: skip
    """``renew`` False leaves the schedules to the one who adds many at once."""
    require_run(actor, station)
    if station.devices.filter(code=code).exists():
        raise Refused(_("Mã cụm loa này đã có."), field="code")
    if hamlet.office_id != station.office_id:
        raise Refused(_("Thôn này của xã khác."), field="hamlet")
    device = Device.objects.create(station=station, code=code, place=place.strip(), hamlet=hamlet, kind=kind)
    device.groups.set(groups)
    if renew:
        check_and_renew(station)
    record(events.DEVICE_ADDED, device, by=actor.stamp, code=device.code, place=device.place)
    return device
