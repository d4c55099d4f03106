"""What residents meet: events, a registration without an account, and a code at the door."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lienthong.activities.actions.drop_registration import drop_registration
from lienthong.activities.actions.register_people import register_people
from lienthong.activities.actions.scan_attendance import scan_attendance
from lienthong.activities.calendar import ics_of
from lienthong.activities.door import cookie_of, device_number, event_at, is_open, new_device
from lienthong.activities.forms import RegisterForm
from lienthong.activities.models import Attendance, OfficeEvent, Registration
from lienthong.activities.registering import about, places_left
from lienthong.activities.telling import told_of
from lienthong.core.forms import refuse
from lienthong.core.public import PublicSite, at_site, coming
from lienthong.core.refusals import Refused
from lienthong.core.structured import event_said, json_ld
from lienthong.gate.service import Arriving, Verdict, again, form_of, guessable, new_form

_DAY = 24 * 3600


def _told(event: OfficeEvent) -> dict[str, Any]:
    """An event for a template."""
    told = told_of(event)
    return {"event": event, "words": told, "open_for": told.open_for, "described": told.about}


@require_safe
@at_site
def everything(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """What is to come stands here wherever it was written; what is over, of this room only."""
    past = [told for told in map(told_of, OfficeEvent.objects.public(site.office_id)) if not told.open_for]
    context = {"coming": coming(site.office_id), "past": past[:-21:-1]}
    return render(request, "activities/public/all.html", context)


def _one(site: PublicSite, pk: int) -> OfficeEvent:
    return get_object_or_404(OfficeEvent, pk=pk, office_id=site.office_id, published__isnull=False)


@require_safe
@at_site
def one(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    """Also of one that was called off: a printed address says so."""
    event = _one(site, pk)
    told = told_of(event)
    said = event_said(
        title=told.title, about=told.about, starts=told.starts_at, ends=told.ends_at, place=told.place, link=told.link,
        office=site.office.name, url=request.build_absolute_uri(request.path), cancelled=not event.is_public,
    )  # fmt: skip
    return render(request, "activities/public/one.html", _told(event) | {"structured": json_ld(said)})


@require_safe
@at_site
def calendar(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    event = _one(site, pk)
    address = request.build_absolute_uri(reverse("activities_one", args=[pk]))
    answer = HttpResponse(ics_of(event, event.published, address), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="su-kien-{pk}.ics"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_site
def register(request: HttpRequest, site: PublicSite, pk: int) -> HttpResponse:
    event = _one(site, pk)
    context: dict[str, Any] = _told(event) | {"left": places_left(event)}
    form = RegisterForm(request.POST or None)
    context |= {"form": form, "token": request.POST.get("token", "") or new_form(about(event))}
    if request.method != "POST" or not form.is_valid():
        return _registering(request, context)
    arriving = Arriving.of(request, form_of(context["token"], about(event)))
    try:
        made = register_people(event, arriving, **form.cleaned_data)
    except Refused as refused:
        refuse(form, refused)
        return _registering(request, context)
    if isinstance(made, Verdict):
        return _registering(request, context | again(request, made, context["token"], about(event)))
    return redirect("activities_registration", made.code)


def _registering(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].errors else 200
    return render(request, "activities/public/register.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_site
@guessable
def registration(request: HttpRequest, site: PublicSite, code: str) -> HttpResponse:
    """The code is the key; the page shows no name and no contact."""
    registrations = Registration.objects.select_related("event__office").filter(event__office_id=site.office_id)
    found = get_object_or_404(registrations, code=code)
    context = _told(found.event) | {"registration": found}
    if request.method == "POST":
        drop_registration(found)
        return render(request, "activities/public/registration.html", context | {"dropped": True})
    return render(request, "activities/public/registration.html", context | {"sure": "bo" in request.GET})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_site
def arrive(request: HttpRequest, site: PublicSite, code: str) -> HttpResponseBase:
    """One press counts one device. The page that was opened carries a number, so a press need not hurry."""
    device = request.POST.get("device", "")
    event = event_at(code, site.office_id)
    if event is None and request.method == "POST":
        # The code on the screen has changed since; the number in the page is signed for its event by itself.
        event = _event_of(device, site)
    if event is None:
        return render(request, "activities/public/stale.html", status=404)
    known = request.COOKIES.get(cookie_of(event), "")
    token = known if device_number(event, known) else device or new_device(event)
    context = _told(event) | {"device": token, "open": is_open(event)}
    if request.method != "POST":
        counted = Attendance.objects.filter(token=device_number(event, token)).exists()
        return render(request, "activities/public/arrive.html", context | {"counted": counted})
    try:
        scan_attendance(event, device=token)
    except Refused as refused:
        return render(request, "activities/public/arrive.html", context | {"refused": refused.sentence}, status=422)
    answer = render(request, "activities/public/arrive.html", context | {"counted": True})
    answer.set_cookie(cookie_of(event), token, max_age=2 * _DAY, httponly=True, samesite="Lax")
    return answer


def _event_of(device: str, site: PublicSite) -> OfficeEvent | None:
    for event in OfficeEvent.objects.public(site.office_id).coming():
        if device_number(event, device):
            return event
    raise Http404
