"""Files that the public is given: pictures, recordings, documents, an event for calendars, the colour of the office."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from lienthong.core.http import stored_file
from lienthong.portal.addresses import SIZES, pictures_of, recordings_of, released_files
from lienthong.portal.calendar import calendar_of
from lienthong.portal.models import EventPage, Picture, Portal, PublicDocument
from lienthong.portal.views.public import public_view
from lienthong.speech.service import Recording


@public_view
def picture(request: HttpRequest, portal: Portal, pk: int, size: str = "") -> HttpResponseBase:
    """A picture of a page that the public reads; the address of one never changes what it shows."""
    if size not in SIZES or pk not in pictures_of(portal):
        raise Http404
    found = get_object_or_404(Picture, pk=pk)
    answer = stored_file(found.sized(size), name="anh.webp", content_type="image/webp", shown=True)
    answer["Cache-Control"] = "public, max-age=86400, immutable"
    return answer


@public_view
def recording(request: HttpRequest, portal: Portal, pk: int) -> HttpResponseBase:
    """A page read aloud, while the page is public and the recording approved."""
    if pk not in recordings_of(portal):
        raise Http404
    found = get_object_or_404(Recording, pk=pk)
    return stored_file(found.file, name="nghe.mp3", content_type="audio/mpeg", shown=True)


@public_view
def released_file(request: HttpRequest, portal: Portal, pk: int, name: str) -> HttpResponseBase:
    """A sound or film of a public page that says what was approved in another room."""
    found = get_object_or_404(released_files(portal).filter(picture=None), pk=pk)
    if name != found.name:
        raise Http404
    return stored_file(found.file, name=name, content_type=found.content_type, shown=True)


@public_view
def document_file(request: HttpRequest, portal: Portal, pk: int, name: str) -> HttpResponseBase:
    found = get_object_or_404(PublicDocument.objects.of_site(portal.office_id), pk=pk)
    if name != found.file_name:
        raise Http404
    return stored_file(found.file.stored, name=name, content_type=found.file.content_type)


@public_view
def event(request: HttpRequest, portal: Portal, pk: int) -> HttpResponse:
    """A public event as a file for calendars (RFC 5545)."""
    public = EventPage.objects.live().descendant_of(portal.site.root_page).exclude(starts_at=None)
    found = get_object_or_404(public, pk=pk)
    address = request.build_absolute_uri(found.get_url(request))
    return HttpResponse(calendar_of(found, portal, address), content_type="text/calendar; charset=utf-8")


@public_view
def accent(request: HttpRequest, portal: Portal) -> HttpResponse:
    """The colour of the office as a style sheet, because the content policy allows no inline style."""
    if not portal.accent:
        raise Http404
    return HttpResponse(f":root{{--accent:{portal.accent}}}", content_type="text/css")
