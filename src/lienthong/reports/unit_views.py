"""Requests to units and their reports: thin views over the acts."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.core.forms import refuse
from lienthong.core.http import act_and_return, after_act, answer_refusal, form_page, require
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.reports.actions.change_unit_request import change_unit_request
from lienthong.reports.actions.merge_unit_reports import merge_unit_reports
from lienthong.reports.actions.request_unit_reports import request_unit_reports
from lienthong.reports.actions.return_unit_report import return_unit_report
from lienthong.reports.actions.send_unit_report import send_unit_report
from lienthong.reports.actions.urge_unit_reports import urge_unit_reports
from lienthong.reports.actions.withdraw_unit_request import withdraw_unit_request
from lienthong.reports.actions.write_unit_report import write_unit_report
from lienthong.reports.gathering import lines_of
from lienthong.reports.models import Report, UnitReport, UnitRequest
from lienthong.reports.permissions import steps_for
from lienthong.reports.unit_counting import COUNTED
from lienthong.reports.unit_figures import given_totals
from lienthong.reports.unit_forms import (
    AskedFormSet,
    ChangeRequestForm,
    RequestForm,
    UnitReportForm,
    beginning_of,
    figures_of,
)


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask units to report for a report that is being written."""
    report = get_object_or_404(Report.objects.visible_to(request.actor).select_related("office"), pk=pk)
    require(abilities_for(request.actor, report).ask)
    first, rows = beginning_of(report)
    form = RequestForm(request.POST or None, report=report, initial=first)
    figures = AskedFormSet(request.POST or None, initial=rows, prefix="so-lieu")
    if request.method == "POST" and form.is_valid() & figures.is_valid():
        data = form.cleaned_data
        try:
            made = request_unit_reports(
                request.actor, report, title=data["title"], kind=data["kind"], due=data["due"], note=data["note"],
                bodies=form.chosen(), figures=figures_of(figures),
            )  # fmt: skip
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã gửi yêu cầu báo cáo tới các đơn vị."), _request_url(made))
    return render(request, "reports/ask.html", {"report": report, "form": form, "figures": figures})


@login_required
@require_GET
def unit_request(request: StaffRequest, pk: int) -> HttpResponse:
    """Who has sent and who has not, and what the figures give so far."""
    found = _request(request, pk)
    unit_reports = list(found.unit_reports.select_related("body", "sent_by__user"))
    waiting = [each for each in unit_reports if each.state in (UnitReport.State.ASKED, UnitReport.State.RETURNED)]
    manages = abilities_for(request.actor, found).manage and found.report.state == Report.State.DRAFT
    manages = manages and found.withdrawn_at is None
    context = {
        "thing": found,
        "asking": found,
        "unit_reports": unit_reports,
        "waiting": waiting,
        "sent": [each for each in unit_reports if each.state == UnitReport.State.SENT],
        "given": given_totals(list(found.asked.all())),
        "readable": UnitReport.objects.visible_to(request.actor).filter(request=found).values_list("pk", flat=True),
        "manages": manages,
        "events": history_of(found),
    }
    return render(request, "reports/request.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Another due day or other guidance for a request that was sent."""
    found = _request(request, pk)
    require(abilities_for(request.actor, found).manage)
    form = ChangeRequestForm(request.POST or None, initial={"due": found.due, "note": found.note})
    return form_page(
        request, form,
        lambda data: change_unit_request(request.actor, found, **data),
        lambda _changed: after_act(request, _("Đã đổi yêu cầu báo cáo."), _request_url(found)),
        template="reports/change_request.html", asking=found,
    )  # fmt: skip


@login_required
@require_POST
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    found = _request(request, pk)
    return act_and_return(
        request,
        lambda: withdraw_unit_request(request.actor, found, reason=request.POST.get("reason", "")),
        _("Đã thu hồi yêu cầu, các đơn vị đã được báo."),
        _request_url(found),
    )


@login_required
@require_GET
def counted(request: StaffRequest, pk: int, code: str) -> HttpResponse:
    """The rows that the system counts of a unit for a figure that the unit was asked for."""
    found = _unit_report(request, pk)
    require(code in COUNTED and found.request.asked.filter(counted=code).exists())
    page = Paginator(COUNTED[code].rows(found), 50).get_page(request.GET.get("trang"))
    lines = lines_of(COUNTED[code].rows(found).filter(pk__in=[row.pk for row in page.object_list]))
    context = {"thing": found, "unit_report": found, "counted": COUNTED[code], "page": page, "lines": lines}
    return render(request, "reports/counted.html", context)


@login_required
@require_POST
def merge(request: StaffRequest, pk: int) -> HttpResponse:
    found = _request(request, pk)
    try:
        merged = merge_unit_reports(request.actor, found)
    except Refused as refused:
        return answer_refusal(request, refused, _request_url(found))
    sentence = ngettext("Đã gộp báo cáo của %(n)d đơn vị.", "Đã gộp báo cáo của %(n)d đơn vị.", len(merged))
    return after_act(request, sentence % {"n": len(merged)}, reverse("reports:report", args=[found.report_id]))


@login_required
@require_POST
def urge(request: StaffRequest, pk: int) -> HttpResponse:
    found = _request(request, pk)
    try:
        urged = urge_unit_reports(request.actor, found)
    except Refused as refused:
        return answer_refusal(request, refused, _request_url(found))
    sentence = ngettext("Đã nhắc %(n)d đơn vị.", "Đã nhắc %(n)d đơn vị.", len(urged)) % {"n": len(urged)}
    return after_act(request, sentence, _request_url(found))


@login_required
@require_http_methods(["GET", "POST"])
def unit_report(request: StaffRequest, pk: int) -> HttpResponse:
    """What one unit reports: written, sent, and edited by the coordinator."""
    found = _unit_report(request, pk)
    if request.method == "GET":
        return _page(request, found, UnitReportForm(found))
    form = UnitReportForm(found, request.POST)
    sends = "send" in request.POST
    if form.is_valid():
        try:
            with transaction.atomic():
                write_unit_report(request.actor, found, texts=form.words(), figures=form.figures())
                if sends:
                    send_unit_report(request.actor, found)
        except Refused as refused:
            if not steps_for(request.actor, found) & {"write", "correct"}:
                return answer_refusal(request, refused, _url(found))
            refuse(form, refused)
        else:
            sentence = _("Đã gửi báo cáo.") if sends else _("Đã lưu báo cáo, chưa gửi.")
            edited = found.state in (UnitReport.State.SENT, UnitReport.State.MERGED) and not sends
            return after_act(request, _("Đã lưu chỗ sửa.") if edited else sentence, _url(found))
    found = _unit_report(request, pk)
    return _page(request, found, form, status=422)


def _page(request: StaffRequest, found: UnitReport, form: UnitReportForm, status: int = 200) -> HttpResponse:
    steps = steps_for(request.actor, found)
    context = {
        "thing": found,
        "unit_report": found,
        "asking": found.request,
        "report": found.request.report,
        "form": form,
        "writes": bool(steps & {"write", "correct"}),
        "steps": steps,
        "events": history_of(found),
    }
    return render(request, "reports/unit_report.html", context, status=status)


@login_required
@require_POST
def return_report(request: StaffRequest, pk: int) -> HttpResponse:
    found = _unit_report(request, pk)
    return act_and_return(
        request,
        lambda: return_unit_report(request.actor, found, reason=request.POST.get("reason", "")),
        _("Đã trả lại báo cáo cho đơn vị."),
        _url(found),
    )


def _request(request: StaffRequest, pk: int) -> UnitRequest:
    found: UnitRequest = get_object_or_404(
        UnitRequest.objects.visible_to(request.actor).select_related("report__office"), pk=pk
    )
    return found


def _unit_report(request: StaffRequest, pk: int) -> UnitReport:
    found: UnitReport = get_object_or_404(
        UnitReport.objects.visible_to(request.actor).select_related("request__report__office", "body"), pk=pk
    )
    return found


def _request_url(found: UnitRequest) -> str:
    return reverse("reports:request", args=[found.pk])


def _url(found: UnitReport) -> str:
    return reverse("reports:unit_report", args=[found.pk])
