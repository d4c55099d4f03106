"""What the desk keeps for itself: terms, templates, and questions that many asked."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lienthong.core.forms import refuse
from lienthong.core.http import after_act, answer_refusal, require
from lienthong.core.refusals import Refused
from lienthong.feedback.actions.add_template import add_template
from lienthong.feedback.actions.propose_product import propose_product
from lienthong.feedback.actions.remove_template import remove_template
from lienthong.feedback.actions.set_term import set_term
from lienthong.feedback.actions.settle_recurring import settle_recurring
from lienthong.feedback.forms import TemplateForm, TermForm
from lienthong.feedback.models import FeedbackCase, RecurringQuestion, ReplyTemplate, Term
from lienthong.feedback.permissions import may_receive, may_set_terms
from lienthong.feedback.terms import term_of
from lienthong.organisations.service import StaffRequest, abilities_for


@login_required
@require_http_methods(["GET", "POST"])
def settings(request: StaffRequest) -> HttpResponse:
    require(may_receive(request.actor))
    office, today = request.actor.own_office, timezone.localdate()
    sets_term, adds = "kind" in request.POST, "title" in request.POST
    term_form = TermForm(request.POST if sets_term else None)
    template_form = TemplateForm(request.POST if adds else None)
    form, act = (term_form, set_term) if sets_term else (template_form, add_template)
    if form.is_bound and form.is_valid():
        try:
            act(request.actor, **form.cleaned_data)
            return redirect("feedback:settings")
        except Refused as refused:
            refuse(form, refused)
    context = {
        "term_form": term_form,
        "template_form": template_form,
        "terms": [term_of(office, kind, today) for kind in Term.Kind.values],
        "own_terms": Term.objects.visible_to(request.actor).select_related("set_by__user"),
        "templates": ReplyTemplate.objects.visible_to(request.actor),
        "may_set_terms": may_set_terms(request.actor),
    }
    return render(request, "feedback/settings.html", context)


@login_required
@require_POST
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    template = get_object_or_404(ReplyTemplate.objects.visible_to(request.actor), pk=pk)
    remove_template(request.actor, template)
    return after_act(request, _("Đã bỏ mẫu trả lời."), reverse("feedback:settings"))


@login_required
@require_http_methods(["GET", "POST"])
def recurring(request: StaffRequest, pk: int) -> HttpResponse:
    """The cases of one question, and what was done for all who ask it."""
    question = get_object_or_404(RecurringQuestion.objects.visible_to(request.actor), pk=pk)
    here = reverse("feedback:recurring", args=[question.pk])
    if request.method == "POST":
        try:
            if "kind" in request.POST:
                propose_product(request.actor, question, kind=request.POST["kind"], title=request.POST.get("title", ""))
            else:
                settle_recurring(request.actor, question, how=request.POST.get("how", ""))
        except Refused as refused:
            return answer_refusal(request, refused, here)
        return after_act(request, _("Đã ghi."), here)
    cases = FeedbackCase.objects.visible_to(request.actor).filter(recurring=question).select_related("telling", "unit")
    context = {"question": question, "cases": cases, "abilities": abilities_for(request.actor, question)}
    return render(request, "feedback/recurring.html", context)
