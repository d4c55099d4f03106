"""At the door of an event and after it: the code, counting, and what proves that it was held."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.activities.actions.count_people import count_people
from lienthong.activities.actions.hold_event import hold_event
from lienthong.activities.door import DRAWN_EVERY, is_open, poster_code, screen_code
from lienthong.activities.forms import CountForm, HoldForm
from lienthong.activities.items import event_url
from lienthong.activities.models import OfficeEvent
from lienthong.activities.paper import door_poster
from lienthong.activities.views.desk import event_of
from lienthong.core.drawing import code_of
from lienthong.core.http import after_act, answer_refusal, form_page, require
from lienthong.core.refusals import Refused
from lienthong.core.uploads import refuse_too_large
from lienthong.organisations.service import StaffRequest, abilities_for


def _welcomed(request: StaffRequest, pk: int) -> OfficeEvent:
    found = event_of(request, pk)
    require(abilities_for(request.actor, found).welcome)
    return found


def _scanned_at(request: StaffRequest, code: str) -> str:
    return request.build_absolute_uri(reverse("activities_arrive", args=[code]))


@login_required
@never_cache
@require_GET
def screen(request: StaffRequest, pk: int) -> HttpResponse:
    """For a screen at the door; it draws a new code by itself before the old one is stale."""
    found = _welcomed(request, pk)
    address = _scanned_at(request, screen_code(found))
    drawn = code_of(address, sized=False).decode()
    context = {
        "event": found,
        "address": address,
        # Drawn by ourselves from an address of ours; nothing in it was typed by anybody.
        "code": mark_safe(drawn[drawn.index("<svg") :]),  # noqa: S308
        "every": DRAWN_EVERY,
        "open": is_open(found),
        "scanned": found.attendances.count(),
    }
    return render(request, "activities/door.html", context)


@login_required
@require_GET
def poster(request: StaffRequest, pk: int) -> HttpResponse:
    found = _welcomed(request, pk)
    try:
        made = door_poster(found, _scanned_at(request, poster_code(found)))
    except Refused as refused:
        return answer_refusal(request, refused, event_url(found))
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="ma-cua-{found.pk}.pdf"'
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def count(request: StaffRequest, pk: int) -> HttpResponse:
    found = _welcomed(request, pk)
    return form_page(
        request, CountForm(request.POST or None), lambda values: count_people(request.actor, found, **values),
        lambda _event: after_act(request, _("Đã ghi số người dự."), event_url(found)),
        heading=_("Đếm người dự: %(title)s") % {"title": found.title}, back=event_url(found),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def hold(request: StaffRequest, pk: int) -> HttpResponse:
    found = event_of(request, pk)
    require(abilities_for(request.actor, found).hold)
    form = HoldForm(request.POST or None, request.FILES or None, initial={"minutes_dated": timezone.localdate()})
    if request.method == "POST":
        refuse_too_large(form, request, "photos")
    return form_page(
        request, form, lambda values: hold_event(request.actor, found, **values),
        lambda _event: after_act(request, _("Đã ghi biên bản và ảnh; sự kiện kết thúc."), event_url(found)),
        template="activities/hold.html", event=found, back=event_url(found),
    )  # fmt: skip
