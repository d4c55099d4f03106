"""Correcting a document that the office issued: beginning, and mending the words of the note."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lienthong.core.http import form_page, require
from lienthong.corrections.actions.correct_document import correct_document
from lienthong.corrections.actions.write_document_note import write_document_note
from lienthong.corrections.forms import DocumentForm
from lienthong.corrections.items import correction_url
from lienthong.corrections.models import Correction
from lienthong.corrections.own import is_public
from lienthong.corrections.permissions import may_correct
from lienthong.organisations.service import StaffRequest
from lienthong.registry.service import OfficialDocument


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: StaffRequest, pk: int) -> HttpResponse:
    """Which of the two ways of Điều 18.3, what is wrong, what holds; the draft begins with it."""
    document = get_object_or_404(OfficialDocument.objects.visible_to(request.actor).select_related("office"), pk=pk)
    require(may_correct(request.actor, document))
    return form_page(
        request, DocumentForm(request.POST or None, begins=True),
        lambda data: correct_document(request.actor, document, values=data),
        lambda made: redirect(correction_url(made)),
        template="corrections/correct_document.html", document=document, shown=is_public(document),
        back=reverse("registry:document", args=[pk]),
    )  # fmt: skip


def edit_note(request: StaffRequest, correction: Correction) -> HttpResponse:
    document = correction.document
    assert document is not None, "a correction of a document"
    initial = {name: getattr(correction, name) for name in ("claim", "truth", "names_document")}
    form = DocumentForm(request.POST or None, initial=initial | {"seen": correction.edits}, begins=False)
    return form_page(
        request, form,
        lambda data: write_document_note(request.actor, correction, values=data, seen=data["seen"] or 0),
        lambda made: redirect(correction_url(made)),
        template="corrections/correct_document.html", document=document, correction=correction,
        shown=is_public(document), back=correction_url(correction),
    )  # fmt: skip
