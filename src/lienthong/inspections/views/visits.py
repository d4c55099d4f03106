"""One unit's part of an inspection: its day, what is checked there, and sending it what was found."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import after_act, answer_refusal, require
from lienthong.core.refusals import Refused
from lienthong.inspections.actions.add_line import add_line
from lienthong.inspections.actions.draw_lines import draw_lines
from lienthong.inspections.actions.drop_visit import drop_visit
from lienthong.inspections.actions.move_visit import move_visit
from lienthong.inspections.actions.send_findings import send_findings
from lienthong.inspections.forms import DrawForm, FilterForm, LineForm, MoveForm, SendForm
from lienthong.inspections.hearing import heard
from lienthong.inspections.items import inspection_url, visit_url
from lienthong.inspections.mending import mended
from lienthong.inspections.models import Visit
from lienthong.inspections.views.pages import form_page, visit_of
from lienthong.inspections.workflow import INSPECTION
from lienthong.organisations.service import StaffRequest, abilities_for


@login_required
@require_GET
def visit(request: StaffRequest, pk: int) -> HttpResponse:
    found, actor = visit_of(request, pk), request.actor
    can = abilities_for(actor, found)
    lines = list(found.lines.select_related("mending", "assignment"))
    shown = [(line, mended(line, actor) if can.findings else None) for line in lines]
    context = {
        "thing": found,
        "visit": found,
        "can": can,
        "shown": shown,
        "heard": heard(found),
        "prepares": _prepares(request, found),
        "sends": _sends(request, found) and not any(line.result == "" for line in lines) and bool(lines),
        "next_line": next((line for line in lines if not line.result), None) if can.find else None,
        "today": timezone.localdate(),
    }
    return render(request, "inspections/visit.html", context)


def _prepares(request: StaffRequest, found: Visit) -> bool:
    can = abilities_for(request.actor, found.inspection)
    return bool(can.prepare) and INSPECTION.allows(found.inspection.state, "prepare")


def _sends(request: StaffRequest, found: Visit) -> bool:
    can = abilities_for(request.actor, found.inspection)
    return bool(can.inspect) and INSPECTION.allows(found.inspection.state, "send")


@login_required
@require_http_methods(["GET", "POST"])
def move(request: StaffRequest, pk: int) -> HttpResponse:
    found = visit_of(request, pk)
    require(_prepares(request, found))
    form = MoveForm(request.POST or None)
    do = lambda data: move_visit(request.actor, found, **data)  # noqa: E731
    heading, done = _("Đổi ngày kiểm tra: %(body)s") % {"body": found.body.label}, _("Đã đổi ngày.")
    return form_page(request, form, do, heading=heading, done=done, back=visit_url(found), thing=found)


@login_required
@require_POST
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    found = visit_of(request, pk)
    try:
        drop_visit(request.actor, found)
    except Refused as refused:
        return answer_refusal(request, refused, visit_url(found))
    return after_act(request, _("Đã bỏ đơn vị khỏi cuộc kiểm tra."), inspection_url(found.inspection))


@login_required
@require_http_methods(["GET", "POST"])
def draw(request: StaffRequest, pk: int) -> HttpResponse:
    """Assignments of the unit to choose from, narrowed by plan and deadline in the address."""
    found, actor = visit_of(request, pk), request.actor
    require(abilities_for(actor, found).list)
    narrow = FilterForm(request.GET or None, actor=actor)
    chosen = narrow.cleaned_data if narrow.is_valid() else {}
    # What was chosen is looked up without the filter: it may stand in the address no longer.
    form = DrawForm(request.POST or None, actor=actor, visit=found, chosen={} if request.method == "POST" else chosen)
    heading = _("Lấy nội dung từ nhiệm vụ: %(body)s") % {"body": found.body.label}
    return form_page(
        request,
        form,
        lambda data: draw_lines(actor, found, data["assignments"]),
        heading=heading,
        done=_("Đã lấy nhiệm vụ làm nội dung kiểm tra, kèm minh chứng đến hôm nay."),
        back=visit_url(found),
        thing=found,
        narrow=narrow,
    )


@login_required
@require_http_methods(["GET", "POST"])
def add(request: StaffRequest, pk: int) -> HttpResponse:
    found = visit_of(request, pk)
    require(abilities_for(request.actor, found).list)
    form = LineForm(request.POST or None)
    do = lambda data: add_line(request.actor, found, **data)  # noqa: E731
    heading, done = _("Thêm nội dung kiểm tra: %(body)s") % {"body": found.body.label}, _("Đã thêm nội dung.")
    return form_page(request, form, do, heading=heading, done=done, back=visit_url(found), thing=found)


@login_required
@require_http_methods(["GET", "POST"])
def send(request: StaffRequest, pk: int) -> HttpResponse:
    found = visit_of(request, pk)
    require(_sends(request, found))
    form = SendForm(request.POST or None)
    do = lambda data: send_findings(request.actor, found, **data)  # noqa: E731
    heading = _("Gửi kết quả để %(body)s giải trình") % {"body": found.body.label}
    done = _("Đã gửi. Đơn vị xem được kết quả và ghi ý kiến giải trình.")
    return form_page(request, form, do, heading=heading, done=done, back=visit_url(found), thing=found)
