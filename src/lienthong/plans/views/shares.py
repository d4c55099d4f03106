"""The page of a share, where a body reads, answers, reports and proves, and where the office follows it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import history_of
from lienthong.core.forms import refuse
from lienthong.core.http import after_act, answer_refusal, require
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.uploads import refuse_too_large
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans import service
from lienthong.plans.forms import DecisionForm, ProofForm
from lienthong.plans.models import Extension, Share, Work
from lienthong.plans.occurrences import forecast_of, nearest_open
from lienthong.plans.permissions import RIGHT_FOR, steps_for
from lienthong.plans.reading import message_about, source_link
from lienthong.plans.standing import standing_of
from lienthong.plans.steps import BY_SLUG, STEPS, Step
from lienthong.plans.strips import strip_of

_WITH = ("body", "handler__user", "group", "assignment__plan__office", "assignment__source_document")
#: Open occurrences are listed up to so many; the strip shows all.
_LISTED = 12


def _get(request: StaffRequest, pk: int) -> Share:
    found: Share = get_object_or_404(Share.objects.visible_to(request.actor).select_related(*_WITH), pk=pk)
    return found


@login_required
@require_GET
def share(request: StaffRequest, pk: int) -> HttpResponse:
    return _page(request, _get(request, pk), {})


@login_required
@require_POST
def share_act(request: StaffRequest, pk: int, step: str) -> HttpResponse:
    """Do one step. What was typed stays in the form when the act refuses it."""
    found, chosen = _get(request, pk), BY_SLUG.get(step)
    if chosen is None:
        raise Http404
    require(getattr(abilities_for(request.actor, found), RIGHT_FOR[chosen.act]))
    url = reverse("plans:share", args=[pk])
    form = chosen.form(request.POST, request.FILES, share=found, auto_id=_ids(chosen))
    refuse_too_large(form, request)
    if form.is_valid():
        try:
            chosen.run(request.actor, found, form)
        except NotAllowed as refused:
            return answer_refusal(request, refused, url)
        except Refused as refused:
            if chosen.at_once:
                return answer_refusal(request, refused, url)
            refuse(form, refused)
            found = _get(request, pk)
        else:
            return after_act(request, str(chosen.done), url)
    return _page(request, found, {chosen.act: form}, status=422)


def _page(request: StaffRequest, found: Share, bound: dict[str, Any], status: int = 200) -> HttpResponse:
    actor, now, today = request.actor, timezone.now(), timezone.localdate()
    allowed = steps_for(actor, found)
    steps = [_filled(step, found, bound) for step in STEPS if step.act in allowed]
    occurrences = list(found.occurrences.order_by("due", "number", "rerun_number"))
    open_ones = [occurrence for occurrence in occurrences if occurrence.closed_on is None]
    issues = [occurrence for occurrence in occurrences if occurrence.kind == "issue"]
    made = sum(occurrence.closed_on is not None for occurrence in issues)
    still = sum(occurrence.closed_on is None and occurrence.due >= today for occurrence in issues)
    works = Work.objects.filter(credits__share=found).distinct().prefetch_related("evidence", "credits__occurrence")
    siblings = Share.objects.visible_to(actor).filter(assignment=found.assignment).exclude(pk=found.pk)
    last_urging = found.urgings.select_related("by__user").first()
    context = {
        "thing": found,
        "share": found,
        "assignment": found.assignment,
        "standing": standing_of(found, now, today),
        "silent": found.silent(now),
        "source": source_link(actor, found.assignment),
        "main": next((s for s in steps if s["step"].act in ("accept", "note", "confirm")), None),
        "proof": next((s for s in steps if s["step"].act == "record"), None) or _first_proof(allowed, found, bound),
        "steps": [s for s in steps if s["step"].act not in ("accept", "note", "record")],
        "strip": strip_of(occurrences, today),
        "open_occurrences": open_ones[:_LISTED],
        "open_more": max(0, len(open_ones) - _LISTED),
        "closed_occurrences": [occurrence for occurrence in occurrences if occurrence.closed_on][-_LISTED:],
        "next_occurrence": nearest_open(open_ones, today),
        "forecast": forecast_of(made, still, len(issues), found.assignment.quota) if issues else None,
        "works": works[:30],
        "progress": found.progress.select_related("by__user")[:10],
        "extensions": [(e, DecisionForm()) for e in found.extensions.select_related("asked_by__user")],
        "urging": last_urging,
        "siblings": siblings.select_related("body", "assignment")[:60],
        "message": message_about(request, found, last_urging.text if last_urging else ""),
        "history": history_of(found).order_by("-at", "-pk")[:60],
        "may_decide": abilities_for(actor, found).manage,
        "today": today,
    }
    return render(request, "plans/share.html", context, status=status)


def _filled(step: Step, found: Share, bound: dict[str, Any]) -> dict[str, Any]:
    form = bound.get(step.act) or step.form(share=found, auto_id=_ids(step))
    return {"step": step, "form": form, "open": step.act in bound}


def _ids(step: Step) -> str:
    """Several forms stand on the page, each with a field "reason": a label must find its own."""
    return f"{step.slug}-%s"


def _first_proof(allowed: set[str], found: Share, bound: dict[str, Any]) -> dict[str, Any] | None:
    """A lead that has not answered yet may prove at once: accepting is part of the same act."""
    if "accept" not in allowed:
        return None
    return {"step": BY_SLUG["gui-minh-chung"], "form": bound.get("record") or ProofForm(share=found), "open": False}


@login_required
@require_POST
def extension_decide(request: StaffRequest, pk: int) -> HttpResponse:
    visible = Share.objects.visible_to(request.actor)
    extension = get_object_or_404(
        Extension.objects.select_related("share__assignment__plan__office", "share__body", "share__handler__body"),
        pk=pk,
        share__in=visible,
    )
    url = reverse("plans:share", args=[extension.share_id])
    grant = request.POST.get("grant") == "1"
    try:
        service.decide_extension(request.actor, extension, grant=grant, answer=request.POST.get("answer", ""))
    except Refused as refused:
        return answer_refusal(request, refused, url)
    return after_act(request, _("Đã đồng ý gia hạn.") if grant else _("Đã trả lời không đồng ý."), url)
