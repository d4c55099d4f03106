"""The unit's board and the month."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from lienthong.core.http import whole
from lienthong.core.months import first_of
from lienthong.organisations.service import Body, StaffRequest
from lienthong.plans.board import board_of, bodies_for
from lienthong.plans.month import day_of, month_of


@login_required
@require_GET
def board(request: StaffRequest) -> HttpResponse:
    bodies, choices = bodies_for(request.actor, request.GET.get("don-vi", ""))
    context = {"columns": board_of(request.actor, bodies), "bodies": bodies, "choices": choices}
    return render(request, "plans/board.html", context)


@login_required
@require_GET
def calendar(request: StaffRequest) -> HttpResponse:
    """A month, or with "ngay" one whole day."""
    actor, asked = request.actor, whole(request.GET.get("don-vi", ""))
    choices = list(Body.objects.valid_now().filter(office=actor.office)) if actor.office else []
    body = next((body for body in choices if body.pk == asked), None)
    context = {"choices": choices, "body": body, "today": timezone.localdate()}
    if "ngay" in request.GET:
        try:
            day = date.fromisoformat(request.GET["ngay"])
        except ValueError:
            raise Http404 from None
        return render(request, "plans/day.html", context | {"day": day_of(actor, day, body)})
    month = month_of(actor, first_of(request.GET.get("thang", "")), body)
    return render(request, "plans/calendar.html", context | {"month": month})
