"""Emergencies: calling one, answering as the second person, looking back; and the duty list."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.channels.contrib.loudspeaker.actions.add_duty import add_duty
from lienthong.channels.contrib.loudspeaker.actions.agree_emergency import agree_emergency
from lienthong.channels.contrib.loudspeaker.actions.call_emergency import call_emergency
from lienthong.channels.contrib.loudspeaker.actions.end_duty import end_duty
from lienthong.channels.contrib.loudspeaker.actions.review_emergency import review_emergency
from lienthong.channels.contrib.loudspeaker.actions.stop_emergency import stop_emergency
from lienthong.channels.contrib.loudspeaker.alarm import standing_of
from lienthong.channels.contrib.loudspeaker.counting import with_receipts
from lienthong.channels.contrib.loudspeaker.forms import DutyForm, EmergencyForm
from lienthong.channels.contrib.loudspeaker.items import emergency_url
from lienthong.channels.contrib.loudspeaker.models import DutyTurn, Emergency
from lienthong.channels.contrib.loudspeaker.permissions import station_abilities
from lienthong.channels.contrib.loudspeaker.views.common import station_of
from lienthong.core.forms import refuse
from lienthong.core.http import Steps, act_and_return, after_act, require, stored_sound, take_step
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "dong-y": (lambda r, one: agree_emergency(r.actor, one), gettext_lazy("Đã đồng ý. Đang phát.")),
    "dung": (
        lambda r, one: stop_emergency(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã dừng, lý do đã ghi."),
    ),
    "xem-lai": (
        lambda r, one: review_emergency(r.actor, one, review=r.POST.get("review", "")),
        gettext_lazy("Đã ghi kết luận xem lại."),
    ),
}


def emergency_of(request: StaffRequest, pk: int) -> Emergency:
    visible = Emergency.objects.visible_to(request.actor).select_related(
        "station__office", "recording", "caller__user", "second__user", "reviewed_by__user"
    )
    found: Emergency = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_http_methods(["GET", "POST"])
def call(request: StaffRequest) -> HttpResponse:
    """The form for who is on duty today, and the list of what was called before."""
    station = station_of(request)
    abilities = station_abilities(request.actor, station)
    form = EmergencyForm(request.POST or None, station=station)
    if request.method == "POST":
        require(abilities.call)
    if request.method == "POST" and form.is_valid():
        try:
            found = call_emergency(request.actor, station, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã gọi người thứ hai."), emergency_url(found))
    context = {
        "form": form,
        "abilities": abilities,
        "emergencies": Emergency.objects.filter(station=station).select_related("caller__user")[:30],
        "duty": station.duty.on_duty().select_related("position__user"),
    }
    return render(request, "loudspeaker/call.html", context)


@login_required
@require_GET
def emergency(request: StaffRequest, pk: int) -> HttpResponse:
    found = emergency_of(request, pk)
    standing = standing_of(found)
    context = {
        "emergency": found,
        "abilities": abilities_for(request.actor, found),
        "answer_by": standing.answer_by,
        "seconds_left": _left(standing.answer_by),
        "airing": with_receipts(found.airings.all()).first(),
        "now": timezone.now(),
        "events": history_of(found),
    }
    part = "loudspeaker/_emergency.html" if request.htmx else "loudspeaker/emergency.html"
    return render(request, part, context)


def _left(moment: datetime) -> int:
    return max(0, round((moment - timezone.now()).total_seconds()))


@login_required
@require_GET
def sound(request: StaffRequest, pk: int) -> HttpResponse:
    return stored_sound(request, emergency_of(request, pk).recording.file)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = emergency_of(request, pk)
    return take_step(request, STEPS, act, found, emergency_url(found))


@login_required
@require_http_methods(["GET", "POST"])
def duty(request: StaffRequest) -> HttpResponse:
    """Who is on duty when; those who run the desk add turns."""
    station = station_of(request)
    abilities = station_abilities(request.actor, station)
    if request.method == "POST":
        require(abilities.run)
    form = DutyForm(request.POST or None, station=station)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            add_duty(request.actor, station, data.pop("position"), **data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect("loudspeaker:duty")
    context = {
        "form": form,
        "abilities": abilities,
        "today": timezone.localdate(),
        "turns": station.duty.select_related("position__user", "position__body").order_by("-valid_from")[:60],
    }
    return render(request, "loudspeaker/duty.html", context)


@login_required
@require_POST
def drop_duty(request: StaffRequest, pk: int) -> HttpResponse:
    turn = get_object_or_404(DutyTurn.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request, lambda: end_duty(request.actor, turn), _("Đã bỏ phân công trực."), reverse("loudspeaker:duty")
    )
