"""What reports have for a case file: the report with its figures, and what units reported into it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.core.case_items import CaseItem
from lienthong.core.keys import key_of
from lienthong.organisations.service import Actor
from lienthong.reports.figures import BY_CODE, IF_ANY
from lienthong.reports.models import Report, UnitReport, UnitRequest

_PARTS = ("opening", "results", "shortcomings", "causes", "outlook")


def case_items(actor: Actor, report: Report) -> list[CaseItem]:
    """The report, the requests to units and what they sent, as far as ``actor`` may see each."""
    items = []
    if Report.objects.visible_to(actor).filter(pk=report.pk).exists():
        items.append(_report(report))
    requests = UnitRequest.objects.visible_to(actor).filter(report=report)
    items += [_request(request) for request in requests.prefetch_related("unit_reports__body")]
    given = UnitReport.objects.visible_to(actor).given().filter(request__report=report)
    given = given.select_related("body", "request").prefetch_related("typed__asked")
    return [*items, *(_unit_report(one) for one in given)]


def _report(report: Report) -> CaseItem:
    words = {"start": f"{report.starts_on:%d/%m/%Y}", "end": f"{report.ends_on:%d/%m/%Y}"}
    lines = [
        str(report.get_state_display()),
        _("Số liệu tính từ ngày %(start)s đến ngày %(end)s.") % words,
        *_written(report),
        *(
            f"{row.label}: {figure.words(row.value)}" + ("" if row.out_of is None else f"/{figure.words(row.out_of)}")
            for row in report.figures.all()
            if (figure := BY_CODE[row.code]) not in IF_ANY or row.value
        ),
    ]
    if report.hash:
        lines.append(_("Mã số liệu đã chốt: %(hash)s") % {"hash": report.hash})
    at = report.frozen_at or report.created_at
    return CaseItem(
        key_of(report), at, _("Báo cáo"), report.title, "\n".join(lines), reverse("reports:report", args=[report.pk])
    )


def _written(thing: Report | UnitReport) -> Iterator[str]:
    """Each part under its own name: result and outlook never run together."""
    for name in _PARTS:
        text = getattr(thing, name, "")
        if text:
            label = str(type(thing)._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            yield f"{label[:1].upper()}{label[1:]}: {text}"


def _request(request: UnitRequest) -> CaseItem:
    asked = ", ".join(one.body.label for one in request.unit_reports.all())
    words = {"day": f"{request.due:%d/%m/%Y}", "bodies": asked}
    text = _("Hạn gửi %(day)s. Yêu cầu: %(bodies)s.") % words
    url = reverse("reports:request", args=[request.pk])
    text = f"{request.note}\n{text}".strip()
    return CaseItem(key_of(request), request.created_at, _("Yêu cầu đơn vị báo cáo"), request.title, text, url)


def _unit_report(one: UnitReport) -> CaseItem:
    typed = [
        f"{figure.asked.name} ({figure.asked.get_nature_display()}): {figure.words} {figure.asked.unit}"
        for figure in one.typed.all()
    ]
    lines = [*_written(one), *([_("Số liệu đơn vị ghi:"), *typed] if typed else [])]
    at = one.sent_at or one.request.created_at
    url = reverse("reports:unit_report", args=[one.pk])
    return CaseItem(key_of(one), at, _("Báo cáo của đơn vị"), str(one), "\n".join(lines), url)
