"""Reports of the office and those of its units."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.organisations.service import Actor, abilities_for
from lienthong.reports import service as reports
from lienthong.workspace.thread.part import Builders, Part
from lienthong.workspace.thread.pieces import plan_part


def _of_report(report: reports.Report, actor: Actor) -> list[Part]:
    return [
        *(plan_part(plan) for plan in reports.plans_of(report)[:3]),
        Part(_("%(n)d số liệu") % {"n": reports.figure_count(report)}, reverse("reports:report", args=[report.pk])),
        Part(report.title, here=True),
    ]


def _of_request(request: reports.UnitRequest, actor: Actor) -> list[Part]:
    return [_whole(request.report, actor), Part(request.title, here=True)]


def _of_unit_report(unit_report: reports.UnitReport, actor: Actor) -> list[Part]:
    request = unit_report.request
    seen = abilities_for(actor, request).see
    return [
        _whole(request.report, actor),
        Part(request.title, reverse("reports:request", args=[request.pk]) if seen else ""),
        Part(unit_report.body.label, here=True),
    ]


def _whole(report: reports.Report, actor: Actor) -> Part:
    """The office's report that units report into; not every unit may read it."""
    return Part(report.title, reverse("reports:report", args=[report.pk]) if abilities_for(actor, report).see else "")


BUILDERS: Builders = {
    reports.Report: _of_report,
    reports.UnitRequest: _of_request,
    reports.UnitReport: _of_unit_report,
}
