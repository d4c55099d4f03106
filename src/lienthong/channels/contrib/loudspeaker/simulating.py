"""A thousand simulated devices on a real broker: they are registered, told, live through the day, and report."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.actions.add_device import add_device
from lienthong.channels.contrib.loudspeaker.areas import area_of
from lienthong.channels.contrib.loudspeaker.client import Broker
from lienthong.channels.contrib.loudspeaker.hearing import take_in
from lienthong.channels.contrib.loudspeaker.keys import device_secret, public_key, signed
from lienthong.channels.contrib.loudspeaker.models import AreaSchedule, Device, Station
from lienthong.channels.contrib.loudspeaker.scheduling import renew
from lienthong.channels.contrib.loudspeaker.simulator import SimulatedDevice, Written, some_faults
from lienthong.organisations.service import OPERATOR, Body

PREFIX = "mo-phong-"


@transaction.atomic
def simulated(station: Station, count: int) -> list[Device]:
    """``count`` devices of ``station`` spread over its hamlets; those that are missing are registered."""
    known = {device.code for device in station.devices.filter(code__startswith=PREFIX)}
    hamlets = list(Body.objects.filter(office=station.office, kind=Body.Kind.HAMLET))
    if not hamlets:
        return []
    for number in range(1, count + 1):
        code = f"{PREFIX}{number:04d}"
        if code not in known:
            hamlet = hamlets[number % len(hamlets)]
            add_device(OPERATOR, station, code=code, place="Cụm loa mô phỏng", hamlet=hamlet, renew=False)
    renew(station)
    found = station.devices.filter(code__startswith=PREFIX).order_by("code").select_related("station", "hamlet")
    return list(found.prefetch_related("groups")[:count])


def run(station: Station, devices: list[Device], broker: Broker, *, seed: int = 1) -> Counter[str]:
    """One round: send what is to be told, let the devices live from midnight until now, and read what they say."""
    now = timezone.now()
    begins = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    schedules = AreaSchedule.objects.filter(station=station).exclude(body="")
    named = [(topics.schedule(station, one.area), one.body) for one in schedules]
    broker.publish([(topic, signed(station, topic, body)) for topic, body in named])
    marker = f"{topics.ROOT}/{station.code}/may-chu"
    told = broker.retained(topics.schedule(station, "+"), marker=marker)
    reports = [report for device in devices for report in _life(device, told, begins, now, seed)]
    broker.publish(reports)
    counted = take_in(station, broker.retained(topics.from_devices(station), marker=marker), now)
    return counted + Counter(reported=len(reports))


def _life(
    device: Device, told: dict[str, bytes], begins: datetime, now: datetime, seed: int
) -> list[tuple[str, bytes]]:
    topic = topics.schedule(device.station, area_of(device))
    written = Written(
        f"{topics.ROOT}/{device.station.code}", device.code, topic, public_key(device.station), device_secret(device)
    )
    chance = random.Random(f"{seed}-{device.code}")  # noqa: S311 - which device fails when, and nothing secret
    one = SimulatedDevice(written, some_faults(chance, begins, now))
    if topic in told:
        one.receive(topic, told[topic], begins)
    one.live(begins, now)
    return one.report(now)
