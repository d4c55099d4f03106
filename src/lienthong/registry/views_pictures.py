"""Pictures of what a file looks like: its pages, and the places written by hand."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from lienthong.organisations.service import StaffRequest
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.pictures import cut_picture, page_picture


@login_required
@require_GET
def page(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """A page of a file, to whoever sees its document."""
    return _answer(page_picture(_file(request, pk), number))


@login_required
@require_GET
def handwriting(request: StaffRequest, pk: int, index: int) -> HttpResponse:
    """A blank of the head that was filled in by hand, cut out of its page."""
    file = _file(request, pk)
    found = file.handwriting
    if index >= len(found):
        raise Http404
    return _answer(cut_picture(file, found[index]["page"], found[index]["box"]))


def _file(request: StaffRequest, pk: int) -> DocumentFile:
    visible = OfficialDocument.objects.visible_to(request.actor)
    return get_object_or_404(DocumentFile, pk=pk, document__in=visible)


def _answer(picture: bytes | None) -> HttpResponse:
    if picture is None:
        raise Http404
    response = HttpResponse(picture, content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
