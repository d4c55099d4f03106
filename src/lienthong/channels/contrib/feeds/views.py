"""The feeds that everybody may read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lienthong.channels.contrib.feeds.channel import Feeds
from lienthong.channels.contrib.feeds.writing import KINDS, written
from lienthong.channels.core.service import Outlet


@require_safe
@cache_control(public=True, max_age=300)
def feed(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The feed of an outlet that is turned on."""
    turned_on = Outlet.objects.open().filter(channel=Feeds.code, dry_run=False).select_related("body")
    outlet = get_object_or_404(turned_on, pk=pk)
    if kind not in KINDS:
        raise Http404
    made = written(outlet, kind)
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
