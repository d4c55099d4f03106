"""Put an approved message that a delivery brought into the programme, once for each reference."""

import math
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Station
from lienthong.channels.core.service import Message
from lienthong.core.keys import key_of


@transaction.atomic
def take_message(station: Station, message: Message, *, seconds: float, priority: int, days: int) -> AirBulletin:
    """The right was asked when the delivery was ordered; the message is what was approved, checked by its hash."""
    begins = max(message.starts_at or timezone.now(), timezone.now())
    sound = message.files[0]
    bulletin, made = AirBulletin.objects.get_or_create(
        reference=message.reference,
        defaults={
            "station": station, "title": message.title[:300], "basis": message.approval[:200], "file": sound.path,
            "sha256": sound.sha256, "seconds": math.ceil(seconds), "priority": priority, "not_before": begins,
            "until": begins + timedelta(days=days), "entered_at": timezone.now(),
        },
    )  # fmt: skip
    if made:
        check_and_renew(station)
        office = key_of(station.office)
        record(
            events.BULLETIN_ADDED, bulletin, by=SYSTEM, office=office, title=bulletin.title, hash=sound.sha256[:12]
        )  # fmt: skip
    return bulletin
