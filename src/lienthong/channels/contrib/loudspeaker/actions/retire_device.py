"""Take a loudspeaker cluster out of use. Its air log stays."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew
from lienthong.channels.contrib.loudspeaker.models import Device
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.organisations.service import Actor


@transaction.atomic
def retire_device(actor: Actor, device: Device) -> Device:
    require_run(actor, device.station)
    device.retired_at = device.retired_at or timezone.now()
    device.save(update_fields=["retired_at"])
    check_and_renew(device.station)
    record(events.DEVICE_RETIRED, device, by=actor.stamp, code=device.code)
    return device
