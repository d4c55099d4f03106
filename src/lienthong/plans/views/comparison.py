"""A plan beside the order from above."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lienthong.core.http import after_act, answer_refusal
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans.comparing import compare_plan
from lienthong.plans.models import Plan
from lienthong.plans.service import name_superior
from lienthong.plans.superiors import superiors_of


@login_required
@require_GET
def plan_compare(request: StaffRequest, pk: int) -> HttpResponse:
    """Coverage in words and numbers, and both texts side by side; "voi" in the address chooses among several orders."""
    actor = request.actor
    found = get_object_or_404(Plan.objects.visible_to(actor).select_related("office", "document"), pk=pk)
    superiors = superiors_of(actor, found)
    asked = request.GET.get("voi", "")
    order = next((document for document in superiors if str(document.pk) == asked), None)
    order = order or (superiors[0] if superiors else None)
    abilities = abilities_for(actor, found)
    context = {
        "thing": found,
        "plan": found,
        "superiors": superiors,
        "order": order,
        "abilities": abilities,
        "comparison": compare_plan(actor, found, order, may_add=abilities.change) if order else None,
    }
    return render(request, "plans/compare.html", context)


@login_required
@require_POST
def plan_superior(request: StaffRequest, pk: int) -> HttpResponse:
    """Name the order from above by its number."""
    found = get_object_or_404(Plan.objects.visible_to(request.actor).select_related("office"), pk=pk)
    url = reverse("plans:plan_compare", args=[pk])
    try:
        order = name_superior(request.actor, found, number=request.POST.get("number", ""))
    except Refused as refused:
        return answer_refusal(request, refused, url)
    return after_act(request, _("Đã chọn %(title)s làm văn bản cấp trên.") % {"title": order.title}, url)
