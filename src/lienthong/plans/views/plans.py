"""Pages of plans."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lienthong.core.http import act_and_return, answer_refusal, require
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Body, StaffRequest, abilities_for
from lienthong.plans import service
from lienthong.plans.budget.models import BudgetLine
from lienthong.plans.budget.sums import sum_of
from lienthong.plans.forms import PlanForm, PlanFromDocumentForm
from lienthong.plans.models import Assignment, Plan
from lienthong.plans.numbers import PlanNumbers
from lienthong.plans.overview import PER_PAGE, STATES, Filters, rows_of
from lienthong.plans.permissions import MANAGERS
from lienthong.registry import service as registry


@login_required
@require_GET
def plan_list(request: StaffRequest) -> HttpResponse:
    actor, today = request.actor, timezone.localdate()
    plans = Plan.objects.visible_to(actor).select_related("office", "document")
    page = Paginator(plans, 30).get_page(request.GET.get("trang"))
    visible = Assignment.objects.visible_to(actor).filter(plan__in=[plan.pk for plan in page])
    numbers = service.numbers_by_plan(visible, today)
    rows = [(plan, numbers.get(plan.pk, PlanNumbers())) for plan in page]
    return render(request, "plans/plans.html", {"rows": rows, "page": page, "may_create": actor.is_(*MANAGERS)})


@login_required
@require_GET
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """The plan in its own sections; filters stay in the address."""
    actor, today = request.actor, timezone.localdate()
    found = get_object_or_404(
        Plan.objects.visible_to(actor).select_related("office", "document", "parent_document"), pk=pk
    )
    visible = Assignment.objects.visible_to(actor).filter(plan=found)
    filters = Filters.of(request.GET)
    shown = filters.narrow(visible, today).select_related("section", "plan").order_by("order", "pk")
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("trang"))
    asked = request.GET.copy()
    asked.pop("trang", None)
    context = {
        "thing": found,
        "plan": found,
        "numbers": service.numbers_for(visible, today),
        "money": sum_of(BudgetLine.objects.visible_to(actor).in_scope().filter(plan=found).with_spent()),
        "rows": rows_of(page.object_list),
        "page": page,
        "filters": filters,
        "states": [(key, words) for key, (words, _narrow) in STATES.items()],
        "bodies": Body.objects.filter(shares__assignment__plan=found).distinct(),
        "query": asked.urlencode(),
        "abilities": abilities_for(actor, found),
    }
    return render(request, "plans/plan.html", context)


@login_required
def plan_create(request: StaffRequest) -> HttpResponse:
    if not request.actor.is_(*MANAGERS):
        raise Http404
    year = timezone.localdate().year
    initial = {"starts_on": date(year, 1, 1), "ends_on": date(year, 12, 31)}
    form = PlanForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = service.create_plan(request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field, refused.sentence)
        else:
            messages.success(request, _("Đã lập kế hoạch. Hãy thêm nhiệm vụ đầu tiên."))
            return redirect("plans:plan", pk=made.pk)
    return render(request, "plans/plan_form.html", {"form": form})


@login_required
def plan_from_document(request: StaffRequest, document_id: int) -> HttpResponse:
    documents = registry.OfficialDocument.objects.visible_to(request.actor)
    document = get_object_or_404(documents, pk=document_id)
    require(abilities_for(request.actor, document).plan)
    existing = service.plan_of(document)
    if existing is not None:
        return redirect("plans:plan", pk=existing.pk)
    year = int(document.dated[:4] or timezone.localdate().year)
    started = date.fromisoformat(document.dated) if len(document.dated) == 10 else date(year, 1, 1)
    initial = {
        "title": document.subject.strip() or document.title,
        "starts_on": started,
        "ends_on": date(year, 12, 31),
    }
    form = PlanFromDocumentForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = service.make_plan_from_document(request.actor, document, **form.cleaned_data)
        except NotAllowed as refused:
            return answer_refusal(request, refused, registry.document_url(document))
        except Refused as refused:
            form.add_error(refused.field, refused.sentence)
        else:
            messages.success(request, _("Đã lập kế hoạch và giao việc cho các đơn vị."))
            return redirect("plans:plan", pk=made.pk)
    return render(request, "plans/plan_form.html", {"form": form, "document": document, "thing": document})


@login_required
@require_POST
def plan_close(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Plan.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request,
        lambda: service.close_plan(request.actor, found),
        _("Đã kết thúc kế hoạch."),
        reverse("plans:plan", args=[pk]),
    )


@login_required
@require_POST
def plan_reopen(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Plan.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request,
        lambda: service.reopen_plan(request.actor, found, reason=request.POST.get("reason", "")),
        _("Đã mở lại kế hoạch."),
        reverse("plans:plan", args=[pk]),
    )
