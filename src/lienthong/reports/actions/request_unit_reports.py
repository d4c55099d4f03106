"""Asking units and hamlets to report for one of the office's reports (*yêu cầu đơn vị báo cáo*)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, Body, abilities_for
from lienthong.reports import events, unit_items
from lienthong.reports.models import AskedFigure, Report, UnitReport, UnitRequest
from lienthong.reports.permissions import still_open
from lienthong.reports.unit_counting import COUNTED


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure to ask for; ``ratio``: a numerator and a denominator are typed, never a percentage."""

    name: str
    unit: str
    nature: str = AskedFigure.Nature.RESULT
    ratio: bool = False
    #: Code of a figure that the system counts of a unit (``unit_counting``), to stand beside the typed one.
    counted: str = ""


def request_unit_reports(
    actor: Actor,
    report: Report,
    *,
    title: str,
    kind: str,
    due: date,
    bodies: Iterable[Body],
    figures: Iterable[Asked] = (),
    note: str = "",
) -> UnitRequest:
    """Ask each of ``bodies`` for words and ``figures`` until ``due``; it waits in each body's *Việc của tôi*."""
    if not abilities_for(actor, report).ask:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo yêu cầu đơn vị báo cáo."))
    asked, units = list(figures), list(dict.fromkeys(bodies))
    _check(report, asked, units)
    with transaction.atomic():
        request = UnitRequest(
            report=report, title=title.strip(), kind=kind, note=note.strip(), due=due, created_by=actor.own_position
        )
        still_open(request)
        request.save()
        AskedFigure.objects.bulk_create(
            AskedFigure(
                request=request, order=order, nature=one.nature, name=one.name.strip(), unit=one.unit.strip(),
                ratio=one.ratio, counted=one.counted,
            )
            for order, one in enumerate(asked)
        )  # fmt: skip
        for body in units:
            unit_items.ask_for_report(UnitReport.objects.create(request=request, body=body), actor)
        day = f"{due:%d/%m/%Y}"
        audit.record(events.UNITS_ASKED, request, by=actor.stamp, n=len(units), title=request.title, day=day)
    return request


def _check(report: Report, asked: list[Asked], units: list[Body]) -> None:
    if not units:
        raise Refused(_("Chọn ít nhất một đơn vị, thôn phải báo cáo."), field="bodies")
    strange = [body.label for body in units if body.office_id != report.office_id or body.pk == report.office_id]
    if strange:
        raise Refused(
            _("%(bodies)s không thuộc cơ quan này.") % {"bodies": ", ".join(strange)}, field="bodies"
        )  # fmt: skip
    half = next((one for one in asked if one.counted and (one.ratio or one.counted not in COUNTED)), None)
    if half is not None:
        raise Refused(
            _("Số liệu “%(name)s” có tử số, mẫu số nên không gắn được với số hệ thống đếm.") % {"name": half.name}
        )
    names = [(one.nature, one.name.strip()) for one in asked]
    twice = [name for nature, name in dict.fromkeys(names) if names.count((nature, name)) > 1]
    if twice:
        raise Refused(_("Số liệu “%(name)s” ghi hai lần.") % {"name": twice[0]})
