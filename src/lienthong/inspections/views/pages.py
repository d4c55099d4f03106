"""What the pages of this room share: one page for every form, and the rows they start from."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from lienthong.core import http
from lienthong.core.uploads import refuse_too_large
from lienthong.inspections.models import CheckLine, Inspection, Visit
from lienthong.organisations.service import StaffRequest


def inspection_of(request: StaffRequest, pk: int) -> Inspection:
    seen = Inspection.objects.visible_to(request.actor).select_related("office", "head__user", "basis", "conclusion")
    found: Inspection = get_object_or_404(seen, pk=pk)
    return found


def visit_of(request: StaffRequest, pk: int) -> Visit:
    seen = Visit.objects.visible_to(request.actor).select_related("inspection__office", "body")
    found: Visit = get_object_or_404(seen, pk=pk)
    return found


def line_of(request: StaffRequest, pk: int) -> CheckLine:
    seen = CheckLine.objects.visible_to(request.actor).select_related(
        "visit__inspection__office",
        "visit__body",
        "assignment__plan",
        "mending",
        "found_by__user",
        "explained_by__user",
    )
    found: CheckLine = get_object_or_404(seen, pk=pk)
    return found


def form_page(
    request: StaffRequest,
    form: forms.BaseForm,
    do: Callable[[dict[str, Any]], Any],
    *,
    done: str,
    back: str,
    onward: Callable[[Any], str] | None = None,
    **context: Any,
) -> HttpResponse:
    """The common form page with the room's template; after the act to ``onward`` of what it gave, else ``back``."""
    refuse_too_large(form, request)
    return http.form_page(
        request,
        form,
        do,
        lambda made: http.after_act(request, done, onward(made) if onward else back),
        template="inspections/form.html",
        back=back,
        **context,
    )
