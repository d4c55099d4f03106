"""Put an own bulletin, whose recording was approved, into the programme."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events, sounds
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew, require_times
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Station
from lienthong.channels.contrib.loudspeaker.permissions import require_work
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.speech.service import Recording


@transaction.atomic
def add_bulletin(
    actor: Actor, station: Station, recording: Recording, *, not_before: datetime, until: datetime, **values: Any
) -> AirBulletin:
    """``values``: priority, order, hamlets, groups. An own urgent message goes through an emergency call instead."""
    require_work(actor, station)
    sound = sounds.of_recording(recording)
    if recording.script.office_id != station.office_id or sound is None:
        raise Refused(_("Hãy chọn một bản thu đã được nghe và duyệt của cơ quan."), field="recording")
    priority = values.get("priority", AirBulletin.Rank.ORDINARY)
    if priority == AirBulletin.Rank.URGENT:
        raise Refused(_("Tin khẩn cấp của xã phát bằng nút “Phát khẩn cấp”, có người thứ hai."), field="priority")
    require_times(not_before, until)
    bulletin = AirBulletin.objects.create(
        station=station, title=recording.script.title, recording=recording, sha256=sound.sha256, seconds=sound.seconds,
        priority=priority, order=values.get("order") or 0, not_before=not_before, until=until,
        entered_by=actor.own_position,
        entered_at=timezone.now(),
    )  # fmt: skip
    bulletin.hamlets.set(values.get("hamlets", ()))
    bulletin.groups.set(values.get("groups", ()))
    check_and_renew(station)
    record(events.BULLETIN_ADDED, bulletin, by=actor.stamp, title=bulletin.title, hash=sound.sha256[:12])
    return bulletin
