"""Bulletins outside the columns: own ones, and those from above that wait for the commune's choice."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.channels.contrib.loudspeaker.actions.add_bulletin import add_bulletin
from lienthong.channels.contrib.loudspeaker.actions.cancel_bulletin import cancel_bulletin
from lienthong.channels.contrib.loudspeaker.actions.choose_bulletin import choose_bulletin
from lienthong.channels.contrib.loudspeaker.actions.decline_bulletin import decline_bulletin
from lienthong.channels.contrib.loudspeaker.actions.receive_bulletin import receive_bulletin
from lienthong.channels.contrib.loudspeaker.counting import with_receipts
from lienthong.channels.contrib.loudspeaker.forms import BulletinForm, FromAboveForm
from lienthong.channels.contrib.loudspeaker.items import bulletin_url
from lienthong.channels.contrib.loudspeaker.models import AirBulletin
from lienthong.channels.contrib.loudspeaker.permissions import station_abilities
from lienthong.channels.contrib.loudspeaker.views.common import station_of
from lienthong.core.http import Steps, form_page, require, stored_sound, take_step
from lienthong.organisations.service import StaffRequest, abilities_for

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "chon": (lambda r, one: choose_bulletin(r.actor, one), gettext_lazy("Đã chọn phát bản tin này.")),
    "khong-phat": (
        lambda r, one: decline_bulletin(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Không phát bản tin này, lý do đã ghi."),
    ),
    "huy": (
        lambda r, one: cancel_bulletin(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã hủy bản tin. Nó không còn trong lịch nào."),
    ),
}


def bulletin_of(request: StaffRequest, pk: int) -> AirBulletin:
    visible = AirBulletin.objects.visible_to(request.actor).select_related(
        "station__office", "recording", "entered_by__user", "decided_by__user"
    )
    found: AirBulletin = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def bulletins(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    found = AirBulletin.objects.filter(station=station)
    context = {
        "page": Paginator(found, 30).get_page(request.GET.get("trang")),
        "abilities": station_abilities(request.actor, station),
    }
    return render(request, "loudspeaker/bulletins.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def new_bulletin(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    require(station_abilities(request.actor, station).work)
    form = BulletinForm(request.POST or None, station=station)
    back = reverse("loudspeaker:bulletins")
    return form_page(
        request, form, lambda data: add_bulletin(request.actor, station, data.pop("recording"), **data),
        lambda _made: redirect(back), heading=_("Đưa bản tin vào lịch"), back=back,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def from_above(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    require(station_abilities(request.actor, station).work)
    form = FromAboveForm(request.POST or None, request.FILES or None, station=station)
    back = reverse("loudspeaker:bulletins")
    return form_page(
        request, form, lambda data: receive_bulletin(request.actor, station, data.pop("file"), **data),
        lambda _made: redirect(back), heading=_("Nhận bản tin của cấp trên"), back=back,
    )  # fmt: skip


@login_required
@require_GET
def bulletin(request: StaffRequest, pk: int) -> HttpResponse:
    found = bulletin_of(request, pk)
    context = {
        "bulletin": found,
        "airings": with_receipts(found.airings.all()),
        "abilities": abilities_for(request.actor, found),
        "thing": found,
        "events": history_of(found),
    }
    return render(request, "loudspeaker/bulletin.html", context)


@login_required
@require_GET
def sound(request: StaffRequest, pk: int) -> HttpResponse:
    found = bulletin_of(request, pk)
    stored = found.file or (found.recording.file if found.recording else found.file)
    return stored_sound(request, stored)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = bulletin_of(request, pk)
    return take_step(request, STEPS, act, found, bulletin_url(found))
