"""The sound that a device fetches: only what is in a schedule and may still be heard, by its hash."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from lienthong.channels.contrib.loudspeaker.sounds import on_air
from lienthong.core.http import stored_sound


@require_GET
def sound(request: HttpRequest, sha256: str) -> HttpResponse:
    found = on_air(sha256)
    if found is None:
        raise Http404
    return stored_sound(request, found)
