"""Pages of money: the budget sheet of a plan, one line of it, and the papers of what was spent."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.core.file_kinds import SHEET, SHOWN
from lienthong.core.forms import refuse
from lienthong.core.http import act_and_return, after_act, answer_refusal, form_page, require, stored_file
from lienthong.core.refusals import Refused
from lienthong.core.text import fold
from lienthong.core.uploads import refuse_too_large
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans import service
from lienthong.plans.budget.forms import LineForm, SpendingForm
from lienthong.plans.budget.models import BudgetLine, Spending
from lienthong.plans.budget.permissions import may_write_budget, own_assignments
from lienthong.plans.budget.sheet import workbook_of
from lienthong.plans.budget.sums import budget_of
from lienthong.plans.models import Plan
from lienthong.registry.service import OfficialDocument


def _plan(request: StaffRequest, pk: int) -> Plan:
    found: Plan = get_object_or_404(Plan.objects.visible_to(request.actor).select_related("office"), pk=pk)
    return found


def _line(request: StaffRequest, pk: int) -> BudgetLine:
    visible = BudgetLine.objects.visible_to(request.actor).with_spent()
    found: BudgetLine = get_object_or_404(
        visible.select_related("plan__office", "assignment__plan", "approval", "created_by__user"), pk=pk
    )
    return found


def _url(line: BudgetLine) -> str:
    return reverse("plans:budget_line", args=[line.pk])


@login_required
@require_GET
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """Every line of the plan that one may see, by assignment, and the sums by source, section and unit."""
    plan = _plan(request, pk)
    budget = budget_of(request.actor, plan)
    lines = [line for group in budget.groups for line in group.lines]
    cuts = (
        (gettext_lazy("Theo nguồn kinh phí"), budget.by_source),
        (gettext_lazy("Theo phần của kế hoạch"), budget.by_section),
        (gettext_lazy("Theo đơn vị chủ trì"), budget.by_unit),
    )
    context = {
        "thing": plan,
        "plan": plan,
        "budget": budget,
        "cuts": cuts,
        "writes": own_assignments(request.actor, plan).exists(),
        "events": history_of(plan, *lines).filter(kind__startswith="plans.budget."),
    }
    return render(request, "plans/budget.html", context)


@login_required
@require_GET
def sheet_file(request: StaffRequest, pk: int) -> HttpResponse:
    plan = _plan(request, pk)
    answer = HttpResponse(workbook_of(plan, budget_of(request.actor, plan)), content_type=SHEET.content_type)
    name = slugify(f"kinh phi {fold(plan.title)}")[:80]
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def add(request: StaffRequest, pk: int) -> HttpResponse:
    """A new line, with "nhiem-vu" already for that assignment."""
    plan = _plan(request, pk)
    own = list(own_assignments(request.actor, plan))
    require(bool(own) or may_write_budget(request.actor, plan))
    form = LineForm(
        request.POST or None, assignments=own, whole=may_write_budget(request.actor, plan),
        initial={"assignment": request.GET.get("nhiem-vu")},
    )  # fmt: skip

    def act(data: dict[str, Any]) -> BudgetLine:
        return service.add_budget_line(request.actor, plan, assignment=data.pop("assignment"), values=data)

    return form_page(
        request, form, act, lambda line: after_act(request, _("Đã ghi kinh phí."), _url(line)),
        heading=_("Thêm kinh phí"), back=reverse("plans:budget", args=[pk]), thing=plan,
    )  # fmt: skip


@login_required
@require_GET
def line(request: StaffRequest, pk: int) -> HttpResponse:
    """One line: what it says, what was spent of it with the papers, and its history."""
    return _page(request, _line(request, pk), SpendingForm())


def _page(request: StaffRequest, found: BudgetLine, form: SpendingForm, status: int = 200) -> HttpResponse:
    spendings = list(found.spendings.select_related("document", "entered_by__user", "withdrawn_by__user"))
    papers = [*(each.document_id for each in spendings), found.approval_id]
    visible = OfficialDocument.objects.visible_to(request.actor)
    context = {
        "thing": found,
        "line": found,
        "spendings": spendings,
        "readable": set(visible.filter(pk__in=papers).values_list("pk", flat=True)),
        "writes": abilities_for(request.actor, found).write,
        "form": form,
        "events": history_of(found),
    }
    return render(request, "plans/budget_line.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, pk: int) -> HttpResponse:
    found = _line(request, pk)
    require(abilities_for(request.actor, found).write)
    return form_page(
        request, LineForm(request.POST or None, line=found),
        lambda data: service.change_budget_line(request.actor, found, values=data),
        lambda _changed: after_act(request, _("Đã lưu kinh phí."), _url(found)),
        heading=_("Sửa kinh phí"), back=_url(found), thing=found,
    )  # fmt: skip


@login_required
@require_POST
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    found = _line(request, pk)
    try:
        service.remove_budget_line(request.actor, found, reason=request.POST.get("reason", ""))
    except Refused as refused:
        return answer_refusal(request, refused, _url(found))
    return after_act(request, _("Đã bỏ dòng kinh phí."), reverse("plans:budget", args=[found.plan_id]))


@login_required
@require_POST
def spend(request: StaffRequest, pk: int) -> HttpResponse:
    """Record a spending; what was refused comes back on the page of the line with what was typed."""
    found = _line(request, pk)
    require(abilities_for(request.actor, found).write)
    form = SpendingForm(request.POST, request.FILES)
    refuse_too_large(form, request, "file")
    if form.is_valid():
        try:
            service.record_spending(request.actor, found, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã ghi khoản chi."), _url(found))
    return _page(request, found, form, status=422)


def _spending(request: StaffRequest, pk: int) -> Spending:
    visible = Spending.objects.visible_to(request.actor).select_related("line__plan", "line__assignment")
    found: Spending = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_POST
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    found = _spending(request, pk)
    return act_and_return(
        request,
        lambda: service.withdraw_spending(request.actor, found, reason=request.POST.get("reason", "")),
        _("Đã bỏ khoản chi ghi nhầm."),
        _url(found.line),
    )


@login_required
@require_GET
def paper(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The file of a spending, for those who see its line."""
    found = _spending(request, pk)
    require(bool(found.stored))
    shown = found.content_type in {kind.content_type for kind in SHOWN}
    return stored_file(found.stored, name=found.name, content_type=found.content_type, shown=shown)
