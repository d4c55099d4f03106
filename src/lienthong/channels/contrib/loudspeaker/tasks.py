"""Background work of the loudspeaker: telling devices, hearing from them, and what time does to emergencies."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from lienthong.channels.contrib.loudspeaker.models import AreaSchedule, Emergency, Station
from lienthong.jobs.service import ClaimQuerySet, claim_and_run, periodic, register_sweep, wake

if TYPE_CHECKING:
    from lienthong.jobs.service import Claim


@task()
def send_schedule(pk: int) -> None:
    from lienthong.channels.contrib.loudspeaker.sending import send_schedule as work

    schedule = AreaSchedule.objects.filter(pk=pk).first()
    if schedule is not None:
        claim_and_run(schedule, work)


@task()
def send_alarm(pk: int) -> None:
    """Retained and numbered, so sending it again does no harm; the sound may not be there yet at the first call."""
    from lienthong.channels.contrib.loudspeaker.sending import send_alarm as work

    work(Emergency.objects.select_related("station", "recording").get(pk=pk))


@task()
def collect(pk: int) -> None:
    from lienthong.channels.contrib.loudspeaker.hearing import collect as work

    work(Station.objects.get(pk=pk))


def wake_schedule(schedule: AreaSchedule) -> None:
    """Without a broker it waits, and the sweep finds it once the operator names one."""
    from lienthong.channels.contrib.loudspeaker.sending import is_connected

    if is_connected():
        wake(send_schedule, schedule.pk)


def wake_alarm(emergency: Emergency) -> None:
    wake(send_alarm, emergency.pk)


def _waiting() -> ClaimQuerySet:
    from lienthong.channels.contrib.loudspeaker.sending import is_connected

    rows: ClaimQuerySet = ClaimQuerySet(AreaSchedule).claimable().order_by("pk")
    return rows if is_connected() else rows.none()


def _wake(row: Claim) -> None:
    wake(send_schedule, row.pk)


register_sweep("loudspeaker.schedules", _waiting, _wake)


@periodic("loudspeaker.emergencies", every=timedelta(seconds=10))
def advance_emergencies() -> None:
    from lienthong.channels.contrib.loudspeaker.actions.advance_emergency import advance_emergency

    for emergency in Emergency.objects.filter(state__in=(Emergency.State.CALLED, Emergency.State.PLAYING)):
        advance_emergency(emergency)


@periodic("loudspeaker.renew", every=timedelta(minutes=1))
def renew_schedules() -> None:
    """A day that begins, and a recording that was withdrawn, change what devices are told."""
    from lienthong.channels.contrib.loudspeaker.scheduling import renew
    from lienthong.channels.contrib.loudspeaker.sending import is_connected

    for station in Station.objects.all():
        for schedule in renew(station):
            wake_schedule(schedule)
        if is_connected():
            wake(collect, station.pk)


@periodic("loudspeaker.missing", at=time(6, 30))
def ask_for_missing() -> None:
    from lienthong.channels.contrib.loudspeaker import items

    for station in Station.objects.all():
        items.ask_for_missing(station, timezone.localdate())
