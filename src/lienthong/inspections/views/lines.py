"""One line of an inspection: what evidence said, what was found, what the unit says to it, what became of it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import act_and_return, require, stored_file
from lienthong.inspections.actions.answer_line import answer_line
from lienthong.inspections.actions.assign_mending import assign_mending
from lienthong.inspections.actions.drop_line import drop_line
from lienthong.inspections.actions.explain_line import explain_line
from lienthong.inspections.forms import AnswerForm, ExplainForm, MendForm
from lienthong.inspections.items import visit_url
from lienthong.inspections.mending import mended
from lienthong.inspections.models import CheckLine, LineFile
from lienthong.inspections.views.pages import form_page, line_of
from lienthong.inspections.workflow import INSPECTION
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans.service import Assignment


def line_url(line: CheckLine) -> str:
    return reverse("inspections:line", args=[line.pk])


@login_required
@require_GET
def line(request: StaffRequest, pk: int) -> HttpResponse:
    found, actor = line_of(request, pk), request.actor
    can = abilities_for(actor, found.visit)
    drawn = [found.assignment_id, found.mending_id]
    context = {
        "thing": found,
        "line": found,
        "visit": found.visit,
        "can": can,
        "files": found.files.all() if can.findings else [],
        "mended": mended(found, actor) if can.findings else None,
        "readable": set(Assignment.objects.visible_to(actor).filter(pk__in=drawn).values_list("pk", flat=True)),
        "mends": found.mend and not found.mending_id and _follows(request, found),
        "explains": can.explain and found.result == CheckLine.Result.NOT_MET,
    }
    return render(request, "inspections/line.html", context)


def _follows(request: StaffRequest, found: CheckLine) -> bool:
    inspection = found.visit.inspection
    return bool(abilities_for(request.actor, inspection).follow) and INSPECTION.allows(inspection.state, "follow")


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """At the unit, on a phone; after one line comes the next that has no answer yet."""
    found, actor = line_of(request, pk), request.actor
    require(abilities_for(actor, found.visit).find)

    def onward(_line: CheckLine) -> str:
        following = found.visit.lines.unanswered().first()
        return reverse("inspections:answer", args=[following.pk]) if following else visit_url(found.visit)

    form = AnswerForm(request.POST or None, request.FILES or None, instance=found)
    return form_page(
        request,
        form,
        lambda data: answer_line(actor, found, **data),
        heading=_("Ghi kết quả: %(line)s") % {"line": found},
        done=_("Đã ghi kết quả."),
        back=line_url(found),
        onward=onward,
        thing=found,
        line=found,
    )


@login_required
@require_http_methods(["GET", "POST"])
def explain(request: StaffRequest, pk: int) -> HttpResponse:
    found, actor = line_of(request, pk), request.actor
    require(abilities_for(actor, found.visit).explain)
    form = ExplainForm(request.POST or None, initial={"text": found.explanation})
    do = lambda data: explain_line(actor, found, **data)  # noqa: E731
    heading = _("Giải trình: %(line)s") % {"line": found}
    done = _("Đã gửi ý kiến giải trình.")
    return form_page(
        request, form, do, heading=heading, done=done, back=visit_url(found.visit), thing=found, line=found, hears=True
    )


@login_required
@require_http_methods(["GET", "POST"])
def mend(request: StaffRequest, pk: int) -> HttpResponse:
    found, actor = line_of(request, pk), request.actor
    require(_follows(request, found))
    checked = found.assignment.plan_id if found.assignment else None
    form = MendForm(request.POST or None, actor=actor, initial={"plan": checked})
    do = lambda data: assign_mending(actor, found, **data)  # noqa: E731
    heading = _("Giao việc khắc phục: %(line)s") % {"line": found.mend[:90]}
    done = _("Đã giao việc khắc phục thành nhiệm vụ của đơn vị.")
    return form_page(
        request, form, do, heading=heading, done=done, back=visit_url(found.visit), thing=found, line=found
    )


@login_required
@require_POST
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    found = line_of(request, pk)
    return act_and_return(
        request, lambda: drop_line(request.actor, found), _("Đã bỏ nội dung kiểm tra."), visit_url(found.visit)
    )


@login_required
@require_GET
def file(request: StaffRequest, pk: int) -> HttpResponseBase:
    lines = CheckLine.objects.visible_to(request.actor)
    found = get_object_or_404(LineFile.objects.select_related("line__visit__inspection"), pk=pk, line__in=lines)
    require(abilities_for(request.actor, found.line.visit).findings)
    return stored_file(found.stored, name=found.name, content_type=found.content_type)
