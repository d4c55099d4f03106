"""Events at the desk: prepare, submit, approve, and what became of them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.activities.actions.approve_event import approve_event
from lienthong.activities.actions.cancel_event import cancel_event
from lienthong.activities.actions.confirm_told import confirm_told
from lienthong.activities.actions.return_event import return_event
from lienthong.activities.actions.submit_event import submit_event
from lienthong.activities.actions.withdraw_event import withdraw_event
from lienthong.activities.actions.write_event import write_event
from lienthong.activities.calendar import ics_of
from lienthong.activities.deciding import words_of
from lienthong.activities.forms import EventForm
from lienthong.activities.items import event_url
from lienthong.activities.models import EventPhoto, OfficeEvent
from lienthong.activities.permissions import may_begin, may_help, may_write
from lienthong.activities.programme import programme_text
from lienthong.activities.registering import places_left, registered
from lienthong.audit.service import history_of
from lienthong.core.http import Steps, form_page, reason_in, require, seen_in, stored_file, take_step
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans.service import asked_target

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "trinh": (lambda r, one: submit_event(r.actor, one), gettext_lazy("Đã trình duyệt.")),
    "rut-lai": (lambda r, one: withdraw_event(r.actor, one), gettext_lazy("Đã rút về để sửa.")),
    "tra-lai": (lambda r, one: return_event(r.actor, one, reason=reason_in(r)), gettext_lazy("Đã trả lại, kèm lý do.")),
    "duyet": (lambda r, one: approve_event(r.actor, one, seen=seen_in(r)), gettext_lazy("Đã duyệt công khai.")),
    "da-bao": (lambda r, one: confirm_told(r.actor, one), gettext_lazy("Đã ghi là đã báo người đăng ký.")),
    "huy": (lambda r, one: cancel_event(r.actor, one, reason=reason_in(r)), gettext_lazy("Đã ghi không tổ chức.")),
}


def event_of(request: StaffRequest, pk: int) -> OfficeEvent:
    visible = OfficeEvent.objects.visible_to(request.actor).select_related(
        "office", "body", "last_editor__user", "share__body", "share__assignment__plan__office", "occurrence__share",
    )  # fmt: skip
    found: OfficeEvent = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def events(request: StaffRequest) -> HttpResponse:
    require(may_help(request.actor))
    shown = OfficeEvent.objects.visible_to(request.actor).select_related("body")
    page = Paginator(shown, 30).get_page(request.GET.get("trang"))
    return render(request, "activities/events.html", {"page": page, "may_write": may_write(request.actor)})


@login_required
@require_GET
def event(request: StaffRequest, pk: int) -> HttpResponse:
    found = event_of(request, pk)
    abilities = abilities_for(request.actor, found)
    context = {
        "event": found,
        "thing": found,
        "abilities": abilities,
        "registered": registered(found),
        "left": places_left(found),
        "registrations": found.registrations.select_related("registrant") if abilities.registered else (),
        "scanned": found.attendances.count(),
        "photos": EventPhoto.objects.visible_to(request.actor).filter(event=found),
        "events": history_of(found) if may_write(request.actor) else (),
    }
    return render(request, "activities/event.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: StaffRequest) -> HttpResponse:
    """ "ky": the occurrence that it is to fulfil, "phan-viec": a share."""
    require(may_write(request.actor))
    share, occurrence = asked_target(request, may_begin)
    start: dict[str, Any] = {"title": share.assignment.text[:200]} if share else {}
    form = EventForm(request.actor, request.POST or None, initial=start)

    def act(values: dict[str, Any]) -> OfficeEvent:
        invited = values.pop("invited")
        return write_event(
            request.actor, None, values=values, invited=invited, share=share, occurrence=occurrence
        )  # fmt: skip

    return form_page(
        request, form, act, lambda made: redirect(event_url(made)), template="activities/write.html",
        share=share, occurrence=occurrence, back=reverse("activities:events"),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    found = event_of(request, pk)
    require(abilities_for(request.actor, found).write)
    names = ("title", "kind", "about", "audience", "starts_at", "ends_at", "place", "link", "capacity")
    start = {name: getattr(found, name) for name in names} | {
        "programme": programme_text(found.programme), "invited": found.invited.all(), "seen": found.edits
    }  # fmt: skip
    form = EventForm(request.actor, request.POST or None, initial=start)

    def act(values: dict[str, Any]) -> OfficeEvent:
        invited, seen = values.pop("invited"), values.pop("seen") or 0
        return write_event(request.actor, found, values=values, invited=invited, seen=seen)

    return form_page(
        request, form, act, lambda made: redirect(event_url(made)), template="activities/write.html", event=found,
        back=event_url(found),
    )  # fmt: skip


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = event_of(request, pk)
    return take_step(request, STEPS, act, found, event_url(found))


@login_required
@require_GET
def calendar(request: StaffRequest, pk: int) -> HttpResponse:
    found = event_of(request, pk)
    address = request.build_absolute_uri(event_url(found))
    answer = HttpResponse(ics_of(found, words_of(found), address), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="su-kien-{pk}.ics"'
    return answer


@login_required
@require_GET
def photo(request: StaffRequest, pk: int, number: int) -> HttpResponseBase:
    shown = EventPhoto.objects.visible_to(request.actor).filter(event=pk)
    if not 0 < number <= shown.count():
        raise Http404
    return stored_file(
        shown[number - 1].file, name=f"su-kien-{pk}-{number}.webp", content_type="image/webp", shown=True
    )
