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
from lienthong.activities.actions.prove_visits import prove_visits
from lienthong.activities.forms import ProveForm, VisitForm
from lienthong.activities.models import HelpCount, TeamVisit
from lienthong.activities.permissions import may_help, may_prove
from lienthong.activities.visiting import by_hamlet, by_subject, to_give
from lienthong.core.http import after_act, form_page, require
from lienthong.organisations.service import StaffRequest
from lienthong.plans.service import Work, asked_target


@login_required
@require_GET
def visits(request: StaffRequest) -> HttpResponse:
    """ "thon", "viec": what a sum counted; "minh-chung": what was given as evidence of one piece of work."""
    require(may_help(request.actor))
    found = TeamVisit.objects.visible_to(request.actor)
    hamlet, subject, work = (request.GET.get(name, "") for name in ("thon", "viec", "minh-chung"))
    shown = found.filter(hamlet__pk=hamlet) if hamlet.isdecimal() else found
    if subject in HelpCount.Subject.values:
        shown = shown.filter(helped__subject=subject)
    if work.isdecimal():
        shown = shown.filter(work__pk=work)
    rows = shown.select_related("hamlet", "team", "work").prefetch_related("helped")
    context = {
        "page": Paginator(rows, 30).get_page(request.GET.get("trang")),
        "hamlets": by_hamlet(found),
        "subjects": by_subject(found),
        "narrowed": bool(hamlet or subject or work),
        "to_give": found.not_given().exists(),
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


@login_required
@require_http_methods(["GET", "POST"])
def prove(request: StaffRequest) -> HttpResponse:
    """ "ky": the occurrence that visits are to close, "phan-viec": a share; else one is chosen here."""
    require(may_help(request.actor))
    share, occurrence = asked_target(request, may_prove)
    visits = to_give(request.actor, share, occurrence) if share else TeamVisit.objects.visible_to(request.actor)
    form = ProveForm(request.actor, share, visits.not_given(), request.POST or None)
    back = reverse("activities:visits")

    def act(values: dict[str, Any]) -> Work:
        goal, instance = (share, occurrence) if share else form.goal
        assert goal is not None
        return prove_visits(request.actor, values["visits"], share=goal, occurrence=instance)

    return form_page(
        request, form, act,
        lambda work: after_act(request, _("Đã dùng làm minh chứng: %(title)s.") % {"title": work.title}, back),
        template="activities/prove.html", share=share, occurrence=occurrence, back=back,
    )  # fmt: skip
