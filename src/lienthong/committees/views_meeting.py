"""A meeting: its page, papers, minutes, conclusions, and what follows from them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.committees.actions.add_conclusion import add_conclusion
from lienthong.committees.actions.add_paper import add_paper
from lienthong.committees.actions.assign_conclusion import assign_conclusion
from lienthong.committees.actions.draft_notice import draft_notice
from lienthong.committees.actions.drop_conclusion import drop_conclusion
from lienthong.committees.actions.hold_meeting import hold_meeting
from lienthong.committees.actions.pass_minutes import pass_minutes
from lienthong.committees.actions.put_off_meeting import put_off_meeting
from lienthong.committees.actions.write_minutes import write_minutes
from lienthong.committees.forms import ConclusionForm, MinutesForm, PlanForm
from lienthong.committees.items import meeting_url
from lienthong.committees.minutes import came, docx_of, ics_of
from lienthong.committees.models import Conclusion, Deputy, Meeting, Paper
from lienthong.committees.permissions import committees_of
from lienthong.committees.views import form_of
from lienthong.committees.workflow import MEETING
from lienthong.core.http import Steps, act_and_return, after_act, answer_refusal, require, stored_file, take_step
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Position, StaffRequest, abilities_for
from lienthong.plans.service import Assignment

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "hoan": (
        lambda r, m: put_off_meeting(r.actor, m, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã hoãn họp, người được mời đã được báo."),
    ),
    "ghi-bien-ban": (lambda r, m: hold_meeting(r.actor, m), gettext_lazy("Bắt đầu ghi biên bản.")),
    "thong-qua": (lambda r, m: pass_minutes(r.actor, m), gettext_lazy("Đã thông qua biên bản.")),
    "thong-bao": (lambda r, m: draft_notice(r.actor, m), gettext_lazy("Đã soạn thông báo kết luận.")),
}


def meeting_of(request: StaffRequest, pk: int) -> Meeting:
    found: Meeting = get_object_or_404(
        Meeting.objects.visible_to(request.actor).select_related(
            "committee__office", "chair__user", "secretary__user", "notice"
        ),
        pk=pk,
    )
    return found


@login_required
@require_GET
def meeting(request: StaffRequest, pk: int) -> HttpResponse:
    found = meeting_of(request, pk)
    actor, can = request.actor, abilities_for(request.actor, found)
    conclusions = list(found.conclusions.select_related("lead", "assignment").prefetch_related("supports"))
    given = [one.assignment_id for one in conclusions]
    follows = can.follow and MEETING.allows(found.state, "follow")
    context = {
        "thing": found,
        "meeting": found,
        "can": can,
        "writes": can.write and MEETING.allows(found.state, "write"),
        "prepares": can.write and MEETING.allows(found.state, "prepare"),
        "passes": can.decide and MEETING.allows(found.state, "pass"),
        "follows": follows,
        "invitees": [came(one) for one in found.invitees.select_related("position__user", "stand_in__user")],
        "papers": found.papers.all(),
        "conclusions": conclusions,
        "readable": set(Assignment.objects.visible_to(actor).filter(pk__in=given).values_list("pk", flat=True)),
        "plan_form": PlanForm(actor=actor, auto_id=False) if follows else None,
        "reads_notice": found.notice is not None and abilities_for(actor, found.notice).see,
        "in_committee": committees_of(actor).filter(pk=found.committee_id).exists(),
        "events": history_of(found),
    }
    return render(request, "committees/meeting.html", context)


@login_required
@require_GET
def calendar(request: StaffRequest, pk: int) -> HttpResponse:
    found = meeting_of(request, pk)
    url = request.build_absolute_uri(meeting_url(found))
    answer = HttpResponse(ics_of(found, url), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="hop-{found.pk}.ics"'
    return answer


@login_required
@require_GET
def minutes_file(request: StaffRequest, pk: int) -> HttpResponse:
    found = meeting_of(request, pk)
    if found.state not in (Meeting.State.HELD, Meeting.State.FINISHED):
        raise Http404
    try:
        data = docx_of(found)
    except Refused as refused:
        context = {"sentence": refused.sentence, "back": meeting_url(found)}
        return render(request, "workspace/refused.html", context, status=422)
    answer = HttpResponse(data, content_type=_WORD)
    answer["Content-Disposition"] = f'attachment; filename="bien-ban-{found.pk}.docx"'
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def minutes(request: StaffRequest, pk: int) -> HttpResponse:
    found = meeting_of(request, pk)
    require(abilities_for(request.actor, found).write and MEETING.allows(found.state, "write"))
    form = MinutesForm(request.POST or None, meeting=found, deputies=_deputies(found))
    actor = request.actor

    def do(data: dict[str, Any]) -> None:
        write_minutes(actor, found, came=form.came(), discussion=data["discussion"])

    return form_of(request, form, do, heading=_("Ghi biên bản"), back=meeting_url(found))


def _deputies(found: Meeting) -> dict[int, Position]:
    """Who was named to stand in on the day of the meeting, by the member's position."""
    named = Deputy.objects.filter(member__committee=found.committee).select_related("member", "deputy__user")
    day = timezone.localdate(found.starts_at)
    return {one.member.position_id: one.deputy for one in named if one.valid_on(day)}


@login_required
@require_POST
def add(request: StaffRequest, pk: int) -> HttpResponse:
    found = meeting_of(request, pk)
    try:
        if abilities_for(request.actor, found).write and "file" not in request.FILES:
            raise Refused(_("Hãy chọn tệp tài liệu họp."))
        add_paper(request.actor, found, request.FILES.get("file"))  # type: ignore[arg-type]
    except Refused as refused:
        return answer_refusal(request, refused, meeting_url(found))
    return after_act(request, _("Đã thêm tài liệu họp."), meeting_url(found))


@login_required
@require_GET
def paper(request: StaffRequest, pk: int) -> HttpResponseBase:
    visible = Meeting.objects.visible_to(request.actor)
    found = get_object_or_404(Paper, pk=pk, meeting__in=visible)
    return stored_file(found.stored, name=found.name, content_type=found.content_type)


@login_required
@require_http_methods(["GET", "POST"])
def conclude(request: StaffRequest, pk: int) -> HttpResponse:
    found = meeting_of(request, pk)
    require(abilities_for(request.actor, found).write and MEETING.allows(found.state, "write"))
    form = ConclusionForm(request.POST or None, meeting=found)
    do = lambda data: add_conclusion(request.actor, found, **data)  # noqa: E731
    return form_of(request, form, do, heading=_("Thêm kết luận"), back=meeting_url(found))


def _conclusion_of(request: StaffRequest, pk: int) -> Conclusion:
    visible = Meeting.objects.visible_to(request.actor)
    found: Conclusion = get_object_or_404(Conclusion.objects.select_related("meeting"), pk=pk, meeting__in=visible)
    return found


@login_required
@require_POST
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    found = _conclusion_of(request, pk)
    return act_and_return(
        request, lambda: drop_conclusion(request.actor, found), _("Đã bỏ kết luận."), meeting_url(found.meeting)
    )


@login_required
@require_POST
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    found = _conclusion_of(request, pk)
    back = meeting_url(found.meeting)
    require(abilities_for(request.actor, found.meeting).follow)
    form = PlanForm(request.POST, actor=request.actor)
    try:
        if not form.is_valid():
            raise Refused(_("Hãy chọn kế hoạch."))
        assign_conclusion(request.actor, found, form.cleaned_data["plan"])
    except Refused as refused:
        return answer_refusal(request, refused, back)
    return after_act(request, _("Đã giao thành nhiệm vụ."), back)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = meeting_of(request, pk)
    return take_step(request, STEPS, act, found, meeting_url(found))
