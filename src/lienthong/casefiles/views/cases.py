"""The list of case files, what stands behind a thing, and the page of one case file."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.audit.service import history_of
from lienthong.casefiles.actions.change_case import change_case
from lienthong.casefiles.actions.open_case import open_case
from lienthong.casefiles.codes import proposed_notation
from lienthong.casefiles.facts import rows_of
from lienthong.casefiles.forms import PERIODS, AddDocumentForm, CaseForm, HandOverForm
from lienthong.casefiles.gathering import behind, changed_keys, changes_in, current_pieces, held_of
from lienthong.casefiles.models import CaseExport, CaseFile, Subject
from lienthong.casefiles.permissions import may_gather, may_open
from lienthong.casefiles.subjects import KINDS, kind_of
from lienthong.core.http import form_page, require
from lienthong.organisations.service import StaffRequest, abilities_for


def subject_of(request: StaffRequest, kind: str, pk: int) -> Subject:
    """The plan, document or report, for who may see it."""
    if kind not in KINDS:
        raise Http404
    found: Any = get_object_or_404(KINDS[kind]._default_manager.all(), pk=pk)
    require(may_gather(request.actor, found))
    subject: Subject = found
    return subject


def case_of(request: StaffRequest, pk: int) -> CaseFile:
    found = CaseFile.objects.visible_to(request.actor).select_related(
        "office", "plan__office", "document__office", "report__office", "created_by__user", "closed_by__user"
    )
    case: CaseFile = get_object_or_404(found, pk=pk)
    return case


def case_url(case: CaseFile) -> str:
    return reverse("casefiles:case", args=[case.pk])


@login_required
@require_GET
def case_files(request: StaffRequest) -> HttpResponse:
    found = CaseFile.objects.visible_to(request.actor).select_related("office", "created_by__user")
    years = sorted(set(found.values_list("year", flat=True)), reverse=True)
    year = request.GET.get("nam", "")
    if year.isdecimal() and len(year) == 4:
        found = found.filter(year=int(year))
    page = Paginator(found, 30).get_page(request.GET.get("trang"))
    return render(request, "casefiles/cases.html", {"page": page, "years": years, "year": year})


@login_required
@require_GET
def behind_page(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    subject = subject_of(request, kind, pk)
    context = {
        "thing": subject,
        "subject": subject,
        "kind": kind,
        "items": behind(request.actor, subject),
        "cases": CaseFile.objects.visible_to(request.actor).filter(**CaseFile.named(subject)),
        "may_open": may_open(request.actor, subject),
    }
    return render(request, "casefiles/behind.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def open_page(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    subject = subject_of(request, kind, pk)
    require(may_open(request.actor, subject))
    year = timezone.localdate().year
    initial = {
        "title": f"{subject}"[:500],
        "year": year,
        "notation": proposed_notation(request.actor, year),
        "starts_on": timezone.localdate(),
    }
    form = CaseForm(request.POST or None, initial=initial)
    return form_page(
        request, form,
        lambda data: open_case(request.actor, subject, values=data),
        lambda case: redirect(case_url(case)),
        template="casefiles/form.html", subject=subject, kind=kind, periods=PERIODS,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, pk: int) -> HttpResponse:
    case = case_of(request, pk)
    require(abilities_for(request.actor, case).change)
    form = CaseForm(request.POST or None, instance=CaseFile.objects.get(pk=case.pk))
    return form_page(
        request, form,
        lambda data: change_case(request.actor, case, values=data),
        lambda _changed: redirect(case_url(case)),
        template="casefiles/form.html", case=case, periods=PERIODS,
    )  # fmt: skip


@login_required
@require_GET
def case(request: StaffRequest, pk: int) -> HttpResponse:
    """The case file: its data, its pieces in time order, what was left out, what changed since it was closed."""
    found = case_of(request, pk)
    actor, can = request.actor, abilities_for(request.actor, found)
    around = behind(actor, found.subject)
    current = current_pieces(actor, found, around)
    items = held_of(found, current)
    changed = changed_keys(found, items)
    seen = {item.key for item in around}
    in_office = actor.in_office(found.office)
    context = {
        "thing": found,
        "case": found,
        "can": can,
        "facts": rows_of(found),
        "kind": kind_of(found.subject),
        "items": items,
        "changed": changed,
        "changes": changes_in(found, current) if can.compare else None,
        "left_out": [left for left in found.left_out.select_related("by__user") if left.key in seen],
        "added": {f"registry.officialdocument:{one.document_id}": one.reason for one in found.added.all()},
        "exports": CaseExport.objects.visible_to(actor).filter(case=found)[:5],
        # Sentences about the case file name pieces that a reader from outside may not see.
        "events": history_of(found) if in_office else [],
        "in_office": in_office,
        "add_form": AddDocumentForm(actor=actor, case=found) if can.change else None,
        "hand_form": HandOverForm() if can.hand_over else None,
    }
    return render(request, "casefiles/case.html", context)
