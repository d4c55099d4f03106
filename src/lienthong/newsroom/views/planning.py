"""The editorial calendar, recurring columns, and products that go out together."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.forms import refuse
from lienthong.core.http import act_and_return, require
from lienthong.core.refusals import Refused
from lienthong.newsroom.actions.end_column import end_column
from lienthong.newsroom.actions.open_column import open_column
from lienthong.newsroom.actions.plan_release import plan_release
from lienthong.newsroom.actions.schedule_release import schedule_release
from lienthong.newsroom.columns import proposed_issues
from lienthong.newsroom.forms import ColumnForm, ReleaseForm
from lienthong.newsroom.models import Column, Release
from lienthong.newsroom.month import month_of
from lienthong.newsroom.permissions import may_make, may_plan
from lienthong.organisations.service import StaffRequest


@login_required
@require_GET
def calendar(request: StaffRequest) -> HttpResponse:
    """A month of products: what is due, what is planned, what went out, and issues nobody has begun."""
    require(may_make(request.actor))
    month = month_of(request.actor, request.GET.get("thang", ""))
    return render(request, "newsroom/calendar.html", {"month": month, "today": timezone.localdate()})


@login_required
@require_http_methods(["GET", "POST"])
def columns(request: StaffRequest) -> HttpResponse:
    require(may_make(request.actor))
    form = ColumnForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            open_column(request.actor, form.cleaned_data.pop("share"), **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect("newsroom:columns")
    running = Column.objects.visible_to(request.actor).running().select_related("share__assignment", "share__body")
    proposed = {one.column.pk: one.occurrence for one in proposed_issues(request.actor)}
    context = {
        "form": form,
        "columns": [(column, proposed.get(column.pk)) for column in running],
        "may_plan": may_plan(request.actor),
    }
    return render(request, "newsroom/columns.html", context)


@login_required
@require_POST
def end(request: StaffRequest, pk: int) -> HttpResponse:
    column = get_object_or_404(Column.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request, lambda: end_column(request.actor, column), _("Đã kết thúc chuyên mục."), reverse("newsroom:columns")
    )


@login_required
@require_http_methods(["GET", "POST"])
def releases(request: StaffRequest) -> HttpResponse:
    require(may_make(request.actor))
    form = ReleaseForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            plan_release(request.actor, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect("newsroom:releases")
    found = Release.objects.visible_to(request.actor).prefetch_related("products__outlets")
    context = {"form": form, "releases": found[:50], "may_plan": may_plan(request.actor)}
    return render(request, "newsroom/releases.html", context)


@login_required
@require_POST
def schedule(request: StaffRequest, pk: int) -> HttpResponse:
    release = get_object_or_404(Release.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request,
        lambda: schedule_release(request.actor, release),
        _("Đã lên lịch cả đợt."),
        reverse("newsroom:releases"),
    )
