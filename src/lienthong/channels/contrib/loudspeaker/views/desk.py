"""The desk: what is on the air, what comes next, which devices are silent; and what was really played."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from lienthong.channels.contrib.loudspeaker.actions.open_station import open_station
from lienthong.channels.contrib.loudspeaker.areas import area_of
from lienthong.channels.contrib.loudspeaker.counting import with_receipts
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Device, Emergency, PlannedAiring, Station
from lienthong.channels.contrib.loudspeaker.packing import package_of
from lienthong.channels.contrib.loudspeaker.permissions import may_open, station_abilities
from lienthong.channels.contrib.loudspeaker.queries import LISTENERS
from lienthong.channels.contrib.loudspeaker.sending import is_connected
from lienthong.channels.contrib.loudspeaker.views.common import station_of
from lienthong.core.http import answer_refusal, require
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest

#: A device is silent when nothing was heard of it for so long: three heartbeats that did not come.
SILENT_AFTER = timedelta(minutes=3)


@login_required
@require_GET
def desk(request: StaffRequest) -> HttpResponse:
    require(request.actor.is_(*LISTENERS) and request.actor.office is not None)
    station = Station.objects.visible_to(request.actor).select_related("office").first()
    if station is None:
        return render(request, "loudspeaker/closed.html", {"may_open": may_open(request.actor)})
    offered = AirBulletin.objects.filter(station=station, state=AirBulletin.State.OFFERED)
    context = _state_of(station) | {
        "abilities": station_abilities(request.actor, station),
        "offered": offered,
        "duty": station.duty.on_duty().select_related("position__user"),
    }
    return render(request, "loudspeaker/desk.html", context)


@login_required
@require_GET
def live(request: StaffRequest) -> HttpResponse:
    """The part of the desk that is asked for again and again."""
    return render(request, "loudspeaker/_live.html", _state_of(station_of(request)))


def _state_of(station: Station) -> dict[str, Any]:
    now = timezone.now()
    airings = with_receipts(station.airings.all())
    begun = [one for one in airings.filter(begins__lte=now, begins__gt=now - timedelta(hours=4)) if _ends(one) > now]
    emergencies = Emergency.objects.filter(
        station=station, state__in=(Emergency.State.CALLED, Emergency.State.PLAYING)
    ).select_related("caller__user")
    devices = list(station.devices.all().in_use().exclude(kind=Device.Kind.PACKAGE).select_related("hamlet"))
    silent = [one for one in devices if one.seen_at is None or now - one.seen_at > SILENT_AFTER]
    return {
        "station": station,
        "now": now,
        "on_air": begun,
        "next": airings.filter(begins__gt=now)[:6],
        "emergencies": emergencies,
        "devices": devices,
        "silent": silent[:50],
        "silent_count": len(silent),
        "connected": is_connected(),
        "waiting": station.schedules.filter(sent_at=None).count(),
    }


def _ends(airing: PlannedAiring) -> datetime:
    return airing.begins + timedelta(seconds=airing.seconds)


@login_required
@require_POST
def open_desk(request: StaffRequest) -> HttpResponse:
    require(may_open(request.actor))
    try:
        open_station(request.actor)
    except Refused as refused:
        return answer_refusal(request, refused, request.path)
    return redirect("loudspeaker:desk")


@login_required
@require_GET
def airing(request: StaffRequest, pk: int) -> HttpResponse:
    """One airing, device by device: what was really played is the evidence."""
    visible = with_receipts(PlannedAiring.objects.visible_to(request.actor))
    found: PlannedAiring = get_object_or_404(visible.select_related("station", "issue__column"), pk=pk)
    entries = {entry.device_id: entry for entry in found.log.all()}
    told = station_devices(found)
    rows = [{"device": device, "entry": entries.get(device.pk)} for device in told]
    return render(request, "loudspeaker/airing.html", {"airing": found, "rows": rows, "thing": found.issue})


def station_devices(airing: PlannedAiring) -> list[Device]:
    """The devices in the areas of ``airing``, and those that say they played it."""
    devices = airing.station.devices.select_related("hamlet").prefetch_related("groups")
    logged = set(airing.log.values_list("device_id", flat=True))
    told = set(airing.areas)
    return [one for one in devices if one.pk in logged or (one.retired_at is None and area_of(one) in told)]


@login_required
@require_GET
def package(request: StaffRequest, day: str) -> HttpResponse:
    """Files and sheet of a day, for stations without network."""
    station = station_of(request)
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    answer = HttpResponse(package_of(station, wanted), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="phat-thanh-{wanted:%Y-%m-%d}.zip"'
    return answer
