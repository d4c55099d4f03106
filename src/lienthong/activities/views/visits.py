"""Visits of teams: the form that fits a phone, and sums that open what they count."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.activities.actions.enter_visit import enter_visit
from lienthong.activities.forms import VisitForm
from lienthong.activities.models import HelpCount, TeamVisit
from lienthong.activities.permissions import may_help
from lienthong.activities.visiting import by_hamlet, by_subject
from lienthong.core.http import after_act, form_page, require
from lienthong.organisations.service import StaffRequest


@login_required
@require_GET
def visits(request: StaffRequest) -> HttpResponse:
    """ "thon", "viec": what a sum counted; "tu", "den": from which day to which."""
    require(may_help(request.actor))
    found = TeamVisit.objects.visible_to(request.actor)
    hamlet, subject = request.GET.get("thon", ""), request.GET.get("viec", "")
    shown = found.filter(hamlet__pk=hamlet) if hamlet.isdecimal() else found
    if subject in HelpCount.Subject.values:
        shown = shown.filter(helped__subject=subject)
    rows = shown.select_related("hamlet", "team").prefetch_related("helped")
    context = {
        "page": Paginator(rows, 30).get_page(request.GET.get("trang")),
        "hamlets": by_hamlet(found),
        "subjects": by_subject(found),
        "narrowed": bool(hamlet or subject),
    }
    return render(request, "activities/visits.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def enter(request: StaffRequest) -> HttpResponse:
    require(may_help(request.actor))
    back = reverse("activities:visits")

    def act(values: dict[str, Any]) -> TeamVisit:
        helped = {subject: values[f"n_{subject}"] or 0 for subject in HelpCount.Subject.values}
        where = {name: values[name] for name in ("hamlet", "team", "day")}
        return enter_visit(request.actor, helped=helped, **where)

    return form_page(
        request, VisitForm(request.actor, request.POST or None), act,
        lambda _visit: after_act(request, _("Đã ghi lượt đi thôn."), back), heading=_("Ghi lượt đi thôn"), back=back,
    )  # fmt: skip
