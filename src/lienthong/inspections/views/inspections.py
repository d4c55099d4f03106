"""The list of inspections and questions, the page of an inspection, and its steps."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.core.http import Steps, require, take_step
from lienthong.drafting.service import Draft
from lienthong.inspections.actions.add_visit import add_visit
from lienthong.inspections.actions.announce_inspection import announce_inspection
from lienthong.inspections.actions.cancel_inspection import cancel_inspection
from lienthong.inspections.actions.change_inspection import change_inspection
from lienthong.inspections.actions.close_inspection import close_inspection
from lienthong.inspections.actions.conclude_inspection import conclude_inspection
from lienthong.inspections.actions.draft_conclusion import draft_conclusion
from lienthong.inspections.actions.plan_inspection import plan_inspection
from lienthong.inspections.actions.put_off_inspection import put_off_inspection
from lienthong.inspections.actions.start_inspection import start_inspection
from lienthong.inspections.asking import ask_url
from lienthong.inspections.forms import ConcludeForm, InspectionForm, VisitForm
from lienthong.inspections.items import inspection_url, visit_url
from lienthong.inspections.mending import unmended
from lienthong.inspections.models import Inspection, Question, Visit
from lienthong.inspections.permissions import may_ask, may_plan, reads_findings
from lienthong.inspections.views.pages import form_page, inspection_of
from lienthong.inspections.workflow import INSPECTION
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.registry.service import OfficialDocument

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "thong-bao": (
        lambda r, one: announce_inspection(r.actor, one),
        gettext_lazy("Đã thông báo lịch kiểm tra đến đoàn và các đơn vị."),
    ),
    "bat-dau": (lambda r, one: start_inspection(r.actor, one), gettext_lazy("Bắt đầu kiểm tra.")),
    "hoan": (
        lambda r, one: put_off_inspection(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã hoãn, đoàn và các đơn vị đã được báo."),
    ),
    "huy": (
        lambda r, one: cancel_inspection(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã hủy cuộc kiểm tra."),
    ),
    "soan-thong-bao": (
        lambda r, one: draft_conclusion(r.actor, one, type="thông báo"),
        gettext_lazy("Đã soạn thông báo kết luận kiểm tra."),
    ),
    "soan-bao-cao": (
        lambda r, one: draft_conclusion(r.actor, one, type="báo cáo"),
        gettext_lazy("Đã soạn báo cáo kết quả kiểm tra."),
    ),
    "ket-thuc": (
        lambda r, one: close_inspection(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã kết thúc cuộc kiểm tra."),
    ),
}


@login_required
@require_GET
def inspections(request: StaffRequest) -> HttpResponse:
    actor = request.actor
    found = Inspection.objects.visible_to(actor).select_related("head__user").prefetch_related("visits__body")
    asked = Question.objects.visible_to(actor).select_related(
        "plan", "assignment", "inspection", "asked_by__user", "body", "office"
    )
    context = {
        "inspections": found,
        "questions": asked,
        "plans": may_plan(actor),
        "today": timezone.localdate(),
    }
    return render(request, "inspections/inspections.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def plan(request: StaffRequest) -> HttpResponse:
    actor = request.actor
    require(may_plan(actor))
    form = InspectionForm(request.POST or None, actor=actor, initial={"year": timezone.localdate().year})
    return form_page(
        request,
        form,
        lambda data: plan_inspection(actor, members=data.pop("members"), values=data),
        heading=_("Lập cuộc kiểm tra"),
        done=_("Đã lập cuộc kiểm tra. Hãy chọn đơn vị và ngày."),
        back=reverse("inspections:inspections"),
        onward=inspection_url,
    )


@login_required
@require_GET
def inspection(request: StaffRequest, pk: int) -> HttpResponse:
    found, actor = inspection_of(request, pk), request.actor
    can = abilities_for(actor, found)
    steps = _steps(can, found)
    failed = Count("lines", filter=Q(lines__result="not_met"))
    answered = Count("lines", filter=~Q(lines__result=""))
    visits = Visit.objects.visible_to(actor).filter(inspection=found).select_related("body", "inspection")
    rows = [
        (visit, reads_findings(actor, visit, whole=can.whole))
        for visit in visits.annotate(total=Count("lines"), answered=answered, failed=failed)
    ]
    basis_read = OfficialDocument.objects.visible_to(actor).filter(pk=found.basis_id).exists()
    context = {
        "thing": found,
        "inspection": found,
        "can": can,
        "rows": rows,
        "basis_read": basis_read,
        "conclusion_read": found.conclusion is not None and abilities_for(actor, found.conclusion).see,
        "closes": steps["follows"] and found.conclusion is not None and found.conclusion.state == Draft.State.ISSUED,
        "left": unmended(found) if found.state == Inspection.State.CONCLUDED and can.whole else [],
        "shows_opinion": found.opinion and (can.whole or any(findings for _visit, findings in rows)),
        "ask_url": ask_url(found) if may_ask(actor, found) else "",
        "events": history_of(found) if can.whole else None,
        **steps,
    }
    return render(request, "inspections/inspection.html", context)


def _steps(can: Any, found: Inspection) -> dict[str, bool]:
    """What may be done now, by the name under which the page asks."""
    rights = {
        "prepares": ("prepare", "prepare"),
        "announces": ("announce", "prepare"),
        "puts_off": ("put_off", "prepare"),
        "cancels": ("cancel", "prepare"),
        "starts": ("start", "inspect"),
        "concludes": ("conclude", "decide"),
        "follows": ("follow", "follow"),
    }
    return {name: getattr(can, right) and INSPECTION.allows(found.state, act) for name, (act, right) in rights.items()}


@login_required
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, pk: int) -> HttpResponse:
    found, actor = inspection_of(request, pk), request.actor
    require(_steps(abilities_for(actor, found), found)["prepares"])
    form = InspectionForm(request.POST or None, actor=actor, instance=found)
    do = lambda data: change_inspection(actor, found, members=data.pop("members"), values=data)  # noqa: E731
    heading, done = _("Sửa cuộc kiểm tra"), _("Đã lưu.")
    return form_page(request, form, do, heading=heading, done=done, back=inspection_url(found), thing=found)


@login_required
@require_http_methods(["GET", "POST"])
def add(request: StaffRequest, pk: int) -> HttpResponse:
    found, actor = inspection_of(request, pk), request.actor
    require(_steps(abilities_for(actor, found), found)["prepares"])
    return form_page(
        request,
        VisitForm(request.POST or None, inspection=found),
        lambda data: add_visit(actor, found, **data),
        heading=_("Thêm đơn vị được kiểm tra"),
        done=_("Đã thêm đơn vị. Hãy chọn nội dung kiểm tra."),
        back=inspection_url(found),
        onward=visit_url,
        thing=found,
    )


@login_required
@require_http_methods(["GET", "POST"])
def conclude(request: StaffRequest, pk: int) -> HttpResponse:
    found, actor = inspection_of(request, pk), request.actor
    require(_steps(abilities_for(actor, found), found)["concludes"])
    form = ConcludeForm(request.POST or None)
    do = lambda data: conclude_inspection(actor, found, **data)  # noqa: E731
    heading, done = _("Kết luận kiểm tra"), _("Đã kết luận. Hãy giao việc khắc phục và soạn văn bản kết luận.")
    return form_page(request, form, do, heading=heading, done=done, back=inspection_url(found), thing=found)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = get_object_or_404(Inspection.objects.visible_to(request.actor), pk=pk)
    return take_step(request, STEPS, act, found, inspection_url(found))
