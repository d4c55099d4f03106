"""Give a loudspeaker cluster a new secret: what it sends under the old one counts no more."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.models import Device
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.organisations.service import Actor


@transaction.atomic
def renew_key(actor: Actor, device: Device) -> Device:
    require_run(actor, device.station)
    device = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
    device.key_number += 1
    device.save(update_fields=["key_number"])
    record(events.KEY_RENEWED, device, by=actor.stamp, code=device.code, number=device.key_number)
    return device
