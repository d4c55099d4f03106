"""What is published to devices: the schedule of an area, and what plays or stops at once."""

from __future__ import annotations

import json
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.areas import areas_of
from lienthong.channels.contrib.loudspeaker.client import Broker
from lienthong.channels.contrib.loudspeaker.keys import signed
from lienthong.channels.contrib.loudspeaker.models import AreaSchedule, Emergency
from lienthong.channels.contrib.loudspeaker.scheduling import play_of

#: A device that comes back later than this after the end does not begin an alarm any more.
LATE = timedelta(minutes=30)


def is_connected() -> bool:
    """True when the operator named a broker; without one everything else works and the desk says so."""
    return bool(settings.LIENTHONG_MQTT)


def broker() -> Broker:
    return Broker(settings.LIENTHONG_MQTT)


def send_schedule(schedule: AreaSchedule) -> None:
    """Work of a claimed row. Retained: sending the same again changes nothing."""
    topic = topics.schedule(schedule.station, schedule.area)
    broker().publish([(topic, signed(schedule.station, topic, schedule.body))])
    with transaction.atomic():
        AreaSchedule.objects.filter(pk=schedule.pk).update(sent_at=timezone.now())
        schedule.finish()


def send_alarm(emergency: Emergency) -> int:
    """Tell every area what to play or to stop; returns how many. Nothing while the sound is not there or no broker."""
    airing = emergency.airings.first()
    if not is_connected() or airing is None or not airing.sha256:
        return 0
    stops = emergency.ended_at is not None
    until = timezone.localtime(airing.begins + timedelta(seconds=airing.seconds) + LATE)
    body = json.dumps(
        play_of(airing) | {
            "stop": stops, "drill": emergency.drill,
            "until": until.isoformat(timespec="seconds"),
        },
        ensure_ascii=False,
    )  # fmt: skip
    listening = [code for code, area in areas_of(emergency.station).items() if area.devices and code in airing.areas]
    messages = [(topics.alarm(emergency.station, code), body) for code in listening]
    return broker().publish([(topic, signed(emergency.station, topic, words)) for topic, words in messages])
