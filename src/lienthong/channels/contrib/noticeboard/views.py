"""What hangs on the board and what the screens show; everybody may look."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lienthong.channels.contrib.noticeboard.channel import Noticeboard
from lienthong.channels.contrib.noticeboard.models import Poster
from lienthong.channels.core.service import Delivery, Outlet, message_of
from lienthong.core.http import stored_file

#: Messages that a screen shows in turn.
_MOST = 12


@require_safe
def poster(request: HttpRequest, reference: str) -> HttpResponseBase:
    """The poster as PDF, while its message is out."""
    out = get_object_or_404(Delivery.objects.counted(), reference=reference)
    found = get_object_or_404(Poster, reference=out.reference)
    return stored_file(found.file, name=f"{reference}.pdf", content_type="application/pdf", shown=True)


@require_safe
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """A page for a public screen, one message after another; without a script it is their list."""
    turned_on = Outlet.objects.open().filter(channel=Noticeboard.code, dry_run=False)
    outlet = get_object_or_404(turned_on, pk=pk)
    since = timezone.now() - timedelta(days=outlet.options["days"])
    out = Delivery.objects.standing().filter(outlet=outlet, delivered_at__gte=since).order_by("-delivered_at", "-pk")
    messages = [message_of(delivery) for delivery in out[:_MOST]]
    return render(request, "noticeboard/screen.html", {"outlet": outlet, "messages": messages})
