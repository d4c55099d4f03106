"""What is recorded under one's own name, and the requests to put it right."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import Event
from lienthong.organisations.acting import StaffRequest
from lienthong.organisations.actions.answer_correction import answer_correction
from lienthong.organisations.actions.ask_correction import ask_correction
from lienthong.organisations.models import Role
from lienthong.organisations.records import OwnLine, events_under_name_of, open_corrections, own_lines_of
from lienthong.organisations.views.pages import answer_act

PAGE = 50


@login_required
@require_GET
def my_record(request: StaffRequest) -> HttpResponse:
    page = Paginator(events_under_name_of(request.user), PAGE).get_page(request.GET.get("trang"))
    return render(request, "organisations/my_record.html", {"page": page, "lines": own_lines_of(request.user)})


@login_required
@require_POST
def ask(request: StaffRequest, pk: int) -> HttpResponse:
    return _ask_about(request, get_object_or_404(events_under_name_of(request.user), pk=pk))


@login_required
@require_POST
def ask_line(request: StaffRequest, key: str) -> HttpResponse:
    """About what a room keeps under one's own name."""
    line = next((line for line in own_lines_of(request.user) if line.key == key), None)
    if line is None:
        raise Http404
    return _ask_about(request, line)


def _ask_about(request: StaffRequest, recorded: Event | OwnLine) -> HttpResponse:
    return answer_act(
        request,
        lambda: ask_correction(request.actor, recorded, note=request.POST.get("note", "")),
        done=_("Đã gửi đề nghị sửa đến quản trị của cơ quan."),
        back=reverse("organisations:my_record"),
    )


@login_required
@require_GET
def corrections(request: StaffRequest) -> HttpResponse:
    if not request.actor.is_(Role.ADMINISTRATOR):
        raise Http404
    return render(request, "organisations/corrections.html", {"requests": open_corrections(request.actor)})


@login_required
@require_POST
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    asked = next((event for event in open_corrections(request.actor) if event.pk == pk), None)
    if asked is None:
        raise Http404
    return answer_act(
        request,
        lambda: answer_correction(request.actor, asked, note=request.POST.get("note", "")),
        done=_("Đã trả lời."),
        back=reverse("organisations:corrections"),
    )
