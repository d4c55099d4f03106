"""Committees: the list, the page of one, and what is written about it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.committees.actions.add_programme_line import add_programme_line
from lienthong.committees.actions.assign_programme_line import assign_programme_line
from lienthong.committees.actions.name_deputy import name_deputy
from lienthong.committees.actions.plan_meeting import plan_meeting
from lienthong.committees.actions.write_charter import write_charter
from lienthong.committees.forms import CharterForm, DeputyForm, LineForm, MeetingForm, PlanForm
from lienthong.committees.models import Charter, Deputy, Meeting, ProgrammeLine
from lienthong.committees.permissions import committees_of, may_assign, may_keep
from lienthong.core.http import after_act, answer_refusal, form_page, require
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Body, StaffRequest
from lienthong.registry.service import OfficialDocument


def committee_of(request: StaffRequest, pk: int) -> Body:
    found: Body = get_object_or_404(committees_of(request.actor).select_related("office"), pk=pk)
    return found


def form_of(
    request: StaffRequest, form: forms.BaseForm, do: Callable[[dict[str, Any]], Any], *, heading: str, back: str
) -> HttpResponse:
    """A form about a committee, which leads back to its page or its meeting's."""
    return form_page(request, form, do, lambda _made: redirect(back), heading=heading, back=back)


@login_required
@require_GET
def committees(request: StaffRequest) -> HttpResponse:
    found = committees_of(request.actor).distinct()
    coming = Meeting.objects.visible_to(request.actor).filter(state=Meeting.State.PLANNED).select_related("committee")
    coming = coming.filter(ends_at__gte=timezone.now()).order_by("starts_at")
    return render(request, "committees/committees.html", {"committees": found, "coming": coming})


@login_required
@require_GET
def committee(request: StaffRequest, pk: int) -> HttpResponse:
    """A committee: what it stands on, who serves, who stands in, its programme and its meetings."""
    found, actor = committee_of(request, pk), request.actor
    charter = Charter.objects.filter(committee=found).select_related("mandate", "rules_document").first()
    named = [charter.mandate_id, charter.rules_document_id] if charter else []
    members = found.committee_members.valid_now().select_related("position__user", "position__body")
    deputies = Deputy.objects.filter(member__committee=found).select_related("member__position__user", "deputy__user")
    keeps = may_keep(actor, found)
    context = {
        "committee": found,
        "charter": charter,
        "readable": set(OfficialDocument.objects.visible_to(actor).filter(pk__in=named).values_list("pk", flat=True)),
        "members": members,
        "deputies": [one for one in deputies if one.valid_on(timezone.localdate())],
        "lines": ProgrammeLine.objects.filter(committee=found).select_related("lead", "assignment"),
        "meetings": Meeting.objects.visible_to(actor).filter(committee=found),
        "keeps": keeps,
        "assigns": may_assign(actor, found),
        "plan_form": PlanForm(actor=actor),
        "events": history_of(found, *Meeting.objects.visible_to(actor).filter(committee=found)),
    }
    return render(request, "committees/committee.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def charter(request: StaffRequest, pk: int) -> HttpResponse:
    found = committee_of(request, pk)
    require(may_keep(request.actor, found))
    form = CharterForm(
        request.POST or None, actor=request.actor, instance=Charter.objects.filter(committee=found).first()
    )
    back = reverse("committees:committee", args=[found.pk])
    do = lambda data: write_charter(request.actor, found, values=data)  # noqa: E731
    return form_of(request, form, do, heading=_("Căn cứ và quy chế"), back=back)


@login_required
@require_http_methods(["GET", "POST"])
def deputy(request: StaffRequest, pk: int) -> HttpResponse:
    found = committee_of(request, pk)
    require(may_keep(request.actor, found))
    form = DeputyForm(request.POST or None, committee=found, initial={"valid_from": timezone.localdate()})
    back = reverse("committees:committee", args=[found.pk])

    def do(data: dict[str, Any]) -> None:
        name_deputy(request.actor, data.pop("member"), data.pop("deputy"), **data)

    return form_of(request, form, do, heading=_("Cử người dự thay"), back=back)


@login_required
@require_http_methods(["GET", "POST"])
def line(request: StaffRequest, pk: int) -> HttpResponse:
    found = committee_of(request, pk)
    require(may_keep(request.actor, found))
    form = LineForm(request.POST or None, committee=found, initial={"year": timezone.localdate().year})
    back = reverse("committees:committee", args=[found.pk])
    do = lambda data: add_programme_line(request.actor, found, values=data)  # noqa: E731
    return form_of(request, form, do, heading=_("Thêm vào chương trình công tác"), back=back)


@login_required
@require_POST
def assign_line(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ProgrammeLine, pk=pk, committee__in=committees_of(request.actor))
    back = reverse("committees:committee", args=[found.committee_id])
    form = PlanForm(request.POST, actor=request.actor)
    require(may_assign(request.actor, found.committee))
    try:
        if not form.is_valid():
            raise Refused(_("Hãy chọn kế hoạch."))
        assign_programme_line(request.actor, found, form.cleaned_data["plan"])
    except Refused as refused:
        return answer_refusal(request, refused, back)
    return after_act(request, _("Đã giao thành nhiệm vụ."), back)


@login_required
@require_http_methods(["GET", "POST"])
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    found = committee_of(request, pk)
    require(may_keep(request.actor, found))
    form = MeetingForm(request.POST or None, committee=found)
    back = reverse("committees:committee", args=[found.pk])

    def do(data: dict[str, Any]) -> None:
        plan_meeting(request.actor, found, guests=data.pop("guests"), values=data)

    return form_of(request, form, do, heading=_("Mời họp"), back=back)
