"""Loudspeaker clusters: the list, one with its key and its log, and adding and changing them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.actions.add_device import add_device
from lienthong.channels.contrib.loudspeaker.actions.add_group import add_group
from lienthong.channels.contrib.loudspeaker.actions.renew_key import renew_key
from lienthong.channels.contrib.loudspeaker.actions.retire_device import retire_device
from lienthong.channels.contrib.loudspeaker.areas import area_of
from lienthong.channels.contrib.loudspeaker.forms import DeviceForm, GroupForm
from lienthong.channels.contrib.loudspeaker.keys import device_secret, public_key
from lienthong.channels.contrib.loudspeaker.models import AreaSchedule, Device
from lienthong.channels.contrib.loudspeaker.permissions import station_abilities
from lienthong.channels.contrib.loudspeaker.sending import is_connected
from lienthong.channels.contrib.loudspeaker.views.common import station_of
from lienthong.channels.contrib.loudspeaker.views.desk import SILENT_AFTER
from lienthong.core.http import Steps, form_page, require, take_step
from lienthong.organisations.service import StaffRequest, abilities_for

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "thoi-dung": (lambda r, one: retire_device(r.actor, one), gettext_lazy("Đã thôi dùng cụm loa này.")),
    "doi-khoa": (
        lambda r, one: renew_key(r.actor, one),
        gettext_lazy("Đã đổi khóa. Hãy ghi khóa mới vào cụm loa; khóa cũ không còn giá trị."),
    ),
}


@login_required
@require_GET
def devices(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    found = station.devices.all().in_use().select_related("hamlet").prefetch_related("groups")
    held = set(AreaSchedule.objects.filter(station=station).values_list("sha256", flat=True))
    context = {
        "rows": [
            {"device": one, "silent": is_silent(one), "holds": one.schedule_hash in held} for one in found
        ],
        "groups": station.groups.all(),
        "connected": is_connected(),
        "now": timezone.now(),
        "abilities": station_abilities(request.actor, station),
    }  # fmt: skip
    return render(request, "loudspeaker/devices.html", context)


def is_silent(device: Device) -> bool:
    return device.seen_at is None or timezone.now() - device.seen_at > SILENT_AFTER


@login_required
@require_http_methods(["GET", "POST"])
def new_device(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    require(station_abilities(request.actor, station).run)
    form = DeviceForm(request.POST or None, station=station)
    back = reverse("loudspeaker:devices")
    return form_page(
        request,
        form,
        lambda data: add_device(request.actor, station, **data),
        lambda _made: redirect(back),
        heading=_("Thêm cụm loa"),
        back=back,
    )


@login_required
@require_http_methods(["GET", "POST"])
def new_group(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    require(station_abilities(request.actor, station).run)
    form = GroupForm(request.POST or None)
    back = reverse("loudspeaker:devices")
    return form_page(
        request,
        form,
        lambda data: add_group(request.actor, station, **data),
        lambda _made: redirect(back),
        heading=_("Lập nhóm loa"),
        back=back,
    )


@login_required
@require_GET
def device(request: StaffRequest, pk: int) -> HttpResponse:
    """What is written into a device (for who looks after it), and what it says that it played."""
    visible = Device.objects.visible_to(request.actor).select_related("station__office", "hamlet")
    found: Device = get_object_or_404(visible.prefetch_related("groups"), pk=pk)
    abilities = abilities_for(request.actor, found)
    context = {
        "device": found,
        "silent": is_silent(found),
        "log": found.log.select_related("airing").order_by("-began_at")[:50],
        "abilities": abilities,
        "events": history_of(found),
    }
    if abilities.change:
        context["settings"] = {
            "schedule": topics.schedule(found.station, area_of(found)),
            "alarm": topics.alarm(found.station, area_of(found)),
            "public_key": public_key(found.station),
            "secret": device_secret(found),
        }
    return render(request, "loudspeaker/device.html", context)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = get_object_or_404(Device.objects.visible_to(request.actor).select_related("station"), pk=pk)
    return take_step(request, STEPS, act, found, reverse("loudspeaker:device", args=[pk]))
