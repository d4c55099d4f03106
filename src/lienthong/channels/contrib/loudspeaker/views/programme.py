"""The programme: slots, columns and their issues, and the month that follows from them with its reasons."""

from __future__ import annotations

from typing import Any

from dateutil.relativedelta import relativedelta
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.channels.contrib.loudspeaker import telling
from lienthong.channels.contrib.loudspeaker.actions.add_column import add_column
from lienthong.channels.contrib.loudspeaker.actions.add_slot import add_slot
from lienthong.channels.contrib.loudspeaker.actions.choose_recording import choose_recording
from lienthong.channels.contrib.loudspeaker.actions.end_column import end_column
from lienthong.channels.contrib.loudspeaker.actions.end_slot import end_slot
from lienthong.channels.contrib.loudspeaker.counting import issues_with_state, numbers_of, with_receipts
from lienthong.channels.contrib.loudspeaker.forms import WEEKDAYS, ColumnForm, RecordingForm, SlotForm
from lienthong.channels.contrib.loudspeaker.items import issue_url
from lienthong.channels.contrib.loudspeaker.models import ColumnIssue, ProgrammeColumn, ProgrammeSlot
from lienthong.channels.contrib.loudspeaker.monthly import month_of
from lienthong.channels.contrib.loudspeaker.permissions import station_abilities
from lienthong.channels.contrib.loudspeaker.views.common import station_of
from lienthong.core.forms import refuse
from lienthong.core.http import act_and_return, after_act, form_page, require
from lienthong.core.months import first_of
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for


@login_required
@require_GET
def month(request: StaffRequest) -> HttpResponse:
    """Everything that plays in a month, when and why; faults of the programme instead when there are any."""
    station = station_of(request)
    first = first_of(request.GET.get("thang", ""))
    context: dict[str, Any] = {
        "station": station, "first": first, "previous": first - relativedelta(months=1),
        "following": first + relativedelta(months=1), "today": timezone.localdate(),
    }  # fmt: skip
    try:
        context["month"] = month_of(station, first)
    except Refused as refused:
        context["faults"] = refused.sentence
    return render(request, "loudspeaker/month.html", context)


@login_required
@require_GET
def programme(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    columns = station.columns.all().current().select_related("unit")
    names = [str(name) for _day, name in WEEKDAYS]
    slots = station.slots.all().current().prefetch_related("hamlets", "groups")
    context = {
        "station": station,
        "slots": [(slot, _days(slot, names)) for slot in slots],
        "columns": [(column, numbers_of(column)) for column in columns],
        "abilities": station_abilities(request.actor, station),
        "events": history_of(station),
    }
    return render(request, "loudspeaker/programme.html", context)


def _days(slot: ProgrammeSlot, names: list[str]) -> str:
    return _("mọi ngày") if len(slot.weekdays) == 7 else ", ".join(names[int(day)] for day in slot.weekdays)


@login_required
@require_http_methods(["GET", "POST"])
def new_slot(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    require(station_abilities(request.actor, station).run)
    form = SlotForm(request.POST or None, station=station)
    back = reverse("loudspeaker:programme")
    return form_page(
        request,
        form,
        lambda data: add_slot(request.actor, station, **data),
        lambda _made: redirect(back),
        heading=_("Thêm khung phát"),
        back=back,
    )


@login_required
@require_POST
def drop_slot(request: StaffRequest, pk: int) -> HttpResponse:
    slot = get_object_or_404(ProgrammeSlot.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request,
        lambda: end_slot(request.actor, slot),
        _("Đã bỏ khung phát từ ngày mai."),
        reverse("loudspeaker:programme"),
    )


@login_required
@require_http_methods(["GET", "POST"])
def new_column(request: StaffRequest) -> HttpResponse:
    station = station_of(request)
    require(station_abilities(request.actor, station).run)
    today = timezone.localdate()
    initial = {"starts_on": today, "ends_on": today.replace(month=12, day=31)}
    form = ColumnForm(request.POST or None, station=station, initial=initial)
    back = reverse("loudspeaker:programme")
    return form_page(
        request,
        form,
        lambda data: add_column(request.actor, station, **data),
        lambda _made: redirect(back),
        heading=_("Mở chuyên mục"),
        back=back,
    )


@login_required
@require_GET
def column(request: StaffRequest, pk: int) -> HttpResponse:
    found: ProgrammeColumn = get_object_or_404(
        ProgrammeColumn.objects.visible_to(request.actor).select_related("unit", "station"), pk=pk
    )
    context = {
        "column": found,
        "numbers": numbers_of(found),
        "issues": issues_with_state(found),
        "today": timezone.localdate(),
        "abilities": abilities_for(request.actor, found),
        "thing": found,
        "events": history_of(found),
    }
    return render(request, "loudspeaker/column.html", context)


@login_required
@require_POST
def stop_column(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ProgrammeColumn.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request,
        lambda: end_column(request.actor, found),
        _("Đã dừng chuyên mục từ ngày mai."),
        reverse("loudspeaker:column", args=[pk]),
    )


@login_required
@require_http_methods(["GET", "POST"])
def issue(request: StaffRequest, pk: int) -> HttpResponse:
    """One issue: its recording to listen to, when it plays, and what devices say."""
    visible = ColumnIssue.objects.filter(column__in=ProgrammeColumn.objects.visible_to(request.actor))
    found: ColumnIssue = get_object_or_404(
        visible.select_related("column__station__office", "recording__script", "chosen_by__user"), pk=pk
    )
    abilities = abilities_for(request.actor, found.column)
    form = RecordingForm(request.POST or None, station=found.column.station)
    if request.method == "POST" and form.is_valid():
        try:
            choose_recording(request.actor, found, form.cleaned_data["recording"])
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã chọn bản thu cho số này."), issue_url(found))
    context = {
        "issue": found,
        "title": telling.issue_title(found),
        "form": form,
        "airings": with_receipts(found.airings.all()),
        "abilities": abilities,
        "thing": found,
        "events": history_of(found),
    }
    return render(request, "loudspeaker/issue.html", context)
