"""Pictures of what a file looks like."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from lienthong.organisations.service import StaffRequest
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.pictures import page_picture


@login_required
@require_GET
def page(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """A page of a file, to whoever sees its document; no browser keeps it."""
    visible = OfficialDocument.objects.visible_to(request.actor)
    file = get_object_or_404(DocumentFile, pk=pk, document__in=visible)
    picture = page_picture(file, number)
    if picture is None:
        raise Http404
    response = HttpResponse(picture, content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
