"""The registers of Phụ lục IV on screen, on paper and as files; numbers held; what is cited but not registered."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import after_act, answer_refusal, require
from lienthong.core.language import site_language
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import StaffRequest
from lienthong.registry.actions.cancel_number import cancel_number
from lienthong.registry.actions.hold_number import hold_number
from lienthong.registry.actions.open_series import open_series
from lienthong.registry.content import WORD
from lienthong.registry.finding import unregistered_citations
from lienthong.registry.forms import CancelForm, HoldForm, OpenSeriesForm
from lienthong.registry.models import HeldNumber, OfficialDocument
from lienthong.registry.permissions import may_read_registers, may_receive
from lienthong.registry.register_files import cover_lines, word, workbook
from lienthong.registry.registers import REGISTERS, Book, book

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Lines of one file: making it takes some seconds, while its reader waits.
MAX_LINES = 5_000
FILES = {"xlsx": (EXCEL, workbook), "docx": (WORD, word)}


@login_required
@require_GET
def register_book(request: StaffRequest, slug: str) -> HttpResponse:
    """One register from a day to a day: this year so far unless the address says otherwise."""
    if not may_read_registers(request.actor):
        return _refuse(request)
    filled = _book(request, slug)
    context = {
        "book": filled,
        "cover": cover_lines(filled),
        "slug": slug,
        "registers": REGISTERS.values(),
        "address": _days_in_address(filled),
        "may_receive": may_receive(request.actor),
    }
    return render(request, "registry/register_book.html", context)


@login_required
@require_GET
def register_file(request: StaffRequest, slug: str, ending: str) -> HttpResponse:
    """The same register as a workbook or a Word file."""
    if not may_read_registers(request.actor):
        return _refuse(request)
    content_type, make = FILES[ending]
    with site_language():  # a register is in Vietnamese, whoever asks for the file
        filled = _book(request, slug)
        if len(filled.lines) > MAX_LINES:
            messages.error(request, _too_long(len(filled.lines)))
            back = reverse("registry:register_book", args=[slug])
            return redirect(f"{back}?{_days_in_address(filled)}")
        response = HttpResponse(make(filled), content_type=content_type)
    name = f"so-{slug}-{filled.first_day:%Y%m%d}-{filled.last_day:%Y%m%d}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@login_required
@require_http_methods(["GET", "POST"])
def numbers(request: StaffRequest) -> HttpResponse:
    """Numbers of outgoing documents that are held or cancelled; the clerk holds another one here."""
    if not may_receive(request.actor):
        return _refuse(request)
    form = HoldForm(request.POST if "purpose" in request.POST else None)
    opening = OpenSeriesForm(request.POST if "last_number" in request.POST else None)
    try:
        if form.is_bound and form.is_valid():
            held = hold_number(request.actor, day=timezone.localdate(), **form.cleaned_data)
            messages.success(request, _("Đã giữ số %(number)s.") % {"number": held})
            return redirect("registry:numbers")
        if opening.is_bound and opening.is_valid():
            series = open_series(request.actor, **opening.cleaned_data)
            messages.success(request, _("Đã mở sổ, số tiếp theo là %(next)d.") % {"next": series.last_number + 1})
            return redirect("registry:numbers")
    except Refused as refused:
        (form if form.is_bound else opening).add_error(None, str(refused.sentence))
    held_numbers = HeldNumber.objects.filter(series__office=request.actor.office).select_related("series", "held_by")
    context = {"form": form, "opening": opening, "held": held_numbers.order_by("-series__year", "series", "-number")}
    return render(request, "registry/numbers.html", context)


@login_required
@require_POST
def cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """Cancel a held number, with the reason."""
    require(may_receive(request.actor))
    held = get_object_or_404(HeldNumber.objects.filter(series__office=request.actor.office), pk=pk)
    form = CancelForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused(_("Hãy ghi lý do hủy số."))
        cancel_number(request.actor, held, why=form.cleaned_data["why"])
    except Refused as refused:
        return answer_refusal(request, refused, reverse("registry:numbers"))
    return after_act(request, _("Đã hủy số %(number)s.") % {"number": held}, reverse("registry:numbers"))


@login_required
@require_GET
def unregistered(request: StaffRequest) -> HttpResponse:
    """What the office's documents cite that the office has not registered."""
    if not may_read_registers(request.actor):
        return _refuse(request)
    return render(request, "registry/unregistered.html", {"rows": unregistered_citations(request.actor.own_office)})


def _book(request: StaffRequest, slug: str) -> Book:
    today = timezone.localdate()
    first = _day(request, "tu") or date(today.year, 1, 1)
    last = _day(request, "den") or max(today, first)
    visible = OfficialDocument.objects.visible_to(request.actor)
    return book(REGISTERS[slug], visible, request.actor.own_office, min(first, last), max(first, last))


def _days_in_address(filled: Book) -> str:
    return f"tu={filled.first_day.isoformat()}&den={filled.last_day.isoformat()}"


def _too_long(count: int) -> str:
    words = {"count": count, "most": MAX_LINES}
    return _("Sổ có %(count)d dòng; một tệp chứa nhiều nhất %(most)d dòng. Hãy chọn khoảng ngày ngắn hơn.") % words


def _day(request: StaffRequest, name: str) -> date | None:
    try:
        return parse_date(request.GET.get(name, ""))
    except ValueError:
        return None


def _refuse(request: StaffRequest) -> HttpResponse:
    refused = NotAllowed(_("Sổ văn bản chỉ dành cho văn thư, lãnh đạo và cán bộ tổng hợp của cơ quan."))
    return answer_refusal(request, refused, reverse("registry:documents"))
