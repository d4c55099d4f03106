"""Pages of assignments."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import history_of
from lienthong.core.forms import refuse
from lienthong.core.http import after_act, answer_refusal, require
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans import service
from lienthong.plans.budget.models import BudgetLine
from lienthong.plans.budget.permissions import may_write_budget
from lienthong.plans.budget.sums import sum_of
from lienthong.plans.comparing import OrderedDuty, ordered_duty
from lienthong.plans.forms import AssignmentForm, ClosingForm
from lienthong.plans.models import Assignment, Plan
from lienthong.plans.overview import rows_of
from lienthong.plans.reading import source_link
from lienthong.plans.standing import standing_of
from lienthong.registry import service as registry

_WITH = ("plan__office", "section", "source_document")


@login_required
@require_GET
def assignment(request: StaffRequest, pk: int) -> HttpResponse:
    return _page(request, pk, ClosingForm())


def _page(request: StaffRequest, pk: int, closing: ClosingForm, status: int = 200) -> HttpResponse:
    visible = Assignment.objects.visible_to(request.actor).select_related(*_WITH)
    found = get_object_or_404(visible, pk=pk)
    [row] = rows_of([found])
    works = service.works_of_assignment(found).select_related("body").prefetch_related("evidence", "credits")
    money = list(BudgetLine.objects.visible_to(request.actor).in_scope().filter(assignment=found).with_spent())
    context = {
        "thing": found,
        "assignment": found,
        "row": row,
        "shares": [_line(share) for share in [*row.leads, *row.supports]],
        "source": source_link(request.actor, found),
        "works": works[:50],
        "history": history_of(found, *found.shares.all()).order_by("-at")[:50],
        "abilities": abilities_for(request.actor, found),
        "money": money,
        "money_sum": sum_of(money),
        "writes_money": may_write_budget(request.actor, found.plan, found),
        "closing": closing,
    }
    return render(request, "plans/assignment.html", context, status=status)


def _line(share: service.Share) -> tuple[service.Share, object]:
    return share, standing_of(share, timezone.now(), timezone.localdate())


@login_required
def assignment_add(request: StaffRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(Plan.objects.visible_to(request.actor).select_related("office"), pk=pk)
    if not abilities_for(request.actor, plan).change:
        refused = NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được thêm nhiệm vụ."))
        return answer_refusal(request, refused, reverse("plans:plan", args=[pk]))
    ordered = _ordered(request)
    begun = Assignment(plan=plan, **(ordered.values if ordered else {}))
    form = AssignmentForm(request.POST or None, plan=plan, instance=begun)
    if request.method == "POST" and form.is_valid():
        try:
            made = service.add_assignment(
                request.actor,
                plan,
                values=form.values,
                leads=form.targets("leads"),
                supports=form.targets("supports"),
                section=form.cleaned_data["section"],
                source=ordered.source if ordered else None,
            )
        except Refused as refused:
            form.add_error(refused.field, refused.sentence)
        else:
            sentence = _("Đã thêm nhiệm vụ và giao cho các đơn vị.")
            return after_act(request, sentence, reverse("plans:assignment", args=[made.pk]))
    context = {"form": form, "plan": plan, "thing": plan, "ordered": ordered}
    return render(request, "plans/assignment_form.html", context)


def _ordered(request: StaffRequest) -> OrderedDuty | None:
    """The duty of an order that the address names ("nguon" the document, "doan" the place), if there is one."""
    visible = registry.OfficialDocument.objects.visible_to(request.actor)
    asked = request.GET.get("nguon", "")
    document = visible.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 18 else None
    return ordered_duty(document, request.GET.get("doan", "")) if document else None


@login_required
def assignment_edit(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Assignment.objects.visible_to(request.actor).select_related(*_WITH), pk=pk)
    if not abilities_for(request.actor, found).change:
        refused = NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được sửa nhiệm vụ."))
        return answer_refusal(request, refused, reverse("plans:assignment", args=[pk]))
    form = AssignmentForm(request.POST or None, plan=found.plan, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            service.change_assignment(
                request.actor,
                found,
                values=form.values,
                leads=form.targets("leads"),
                supports=form.targets("supports"),
                section=form.cleaned_data["section"],
            )
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("Đã lưu nhiệm vụ."))
            return redirect("plans:assignment", pk=pk)
    context = {"form": form, "plan": found.plan, "assignment": found, "thing": found}
    return render(request, "plans/assignment_form.html", context)


@login_required
@require_POST
def assignment_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Close a line outside the tool with an official document."""
    found = get_object_or_404(Assignment.objects.visible_to(request.actor).select_related(*_WITH), pk=pk)
    require(abilities_for(request.actor, found).close_out_of_scope)
    form, url = ClosingForm(request.POST), reverse("plans:assignment", args=[pk])
    if form.is_valid():
        try:
            service.close_out_of_scope(request.actor, found, **form.cleaned_data)
        except NotAllowed as refused:
            return answer_refusal(request, refused, url)
        except Refused as refused:
            form.add_error(refused.field, refused.sentence)
        else:
            return after_act(request, _("Đã kết thúc bằng văn bản."), url)
    return _page(request, pk, form, status=422)
