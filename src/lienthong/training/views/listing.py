"""Files of a class: its list to attach, the paper sheet of a session, and its sessions for a calendar."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from lienthong.core.http import answer_refusal, require
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.training.calendar import ics_of
from lienthong.training.items import class_url
from lienthong.training.models import Nominee, TrainingClass, TrainingSession
from lienthong.training.paper import list_pdf, list_workbook, sheet_pdf
from lienthong.training.views.classes import class_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _whole(request: StaffRequest, pk: int) -> TrainingClass:
    found = class_of(request, pk)
    require(abilities_for(request.actor, found).whole and found.listed_at is not None)
    return found


def _file(request: StaffRequest, found: TrainingClass, draw: Callable[[], bytes], name: str, kind: str) -> HttpResponse:
    try:
        made = draw()
    except Refused as refused:
        return answer_refusal(request, refused, class_url(found))
    answer = HttpResponse(made, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@login_required
@require_GET
def pdf(request: StaffRequest, pk: int) -> HttpResponse:
    found = _whole(request, pk)
    return _file(request, found, lambda: list_pdf(found), f"danh-sach-lop-{pk}.pdf", "application/pdf")


@login_required
@require_GET
def workbook(request: StaffRequest, pk: int) -> HttpResponse:
    found = _whole(request, pk)
    return _file(request, found, lambda: list_workbook(found), f"danh-sach-lop-{pk}.xlsx", _XLSX)


@login_required
@require_GET
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    visible = TrainingSession.objects.visible_to(request.actor).select_related("training__office", "training__body")
    found = get_object_or_404(visible, pk=pk)
    training = _whole(request, found.training_id)
    return _file(request, training, lambda: sheet_pdf(found), f"diem-danh-{pk}.pdf", "application/pdf")


@login_required
@require_GET
def calendar(request: StaffRequest, pk: int) -> HttpResponse:
    """For who is to attend, and who looks after the class."""
    found = class_of(request, pk)
    on_list = Nominee.objects.active().filter(training=found, position__user=request.user).exists()
    require(on_list or abilities_for(request.actor, found).whole)
    address = request.build_absolute_uri(class_url(found))
    return _file(request, found, lambda: ics_of(found, address), f"lop-{pk}.ics", "text/calendar; charset=utf-8")
