"""Obligations and reports for tests, made through the acts."""

from datetime import date
from decimal import Decimal
from typing import Any

from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast
from lienthong.reports.models import Obligation, Report, UnitReport, UnitRequest
from lienthong.reports.service import Asked, add_obligation, make_report, request_unit_reports, write_unit_report


def make_obligation(cast: Cast, **values: Any) -> Obligation:
    """The quarterly report on administrative reform, owed to the province."""
    wanted = {
        "name": "Báo cáo cải cách hành chính",
        "recipient": "Sở Nội vụ",
        "legal_basis": "Công văn số 15/SNV-CCHC",
        "regime": "cchc",
        "kinds": ["quarter", "half", "year"],
        "valid_from": date(2025, 1, 1),
    }
    return add_obligation(cast.coordinator, **(wanted | values))


def make_quarter_report(cast: Cast, year: int = 2026, obligation: Obligation | None = None) -> Report:
    """The report of the third quarter: figures from 15/6 to 14/9."""
    return make_report(
        cast.coordinator,
        title=f"Báo cáo cải cách hành chính quý III năm {year}",
        obligation=obligation or make_obligation(cast),
        kind="quarter",
        year=year,
        index=3,
    )


ASKED = (
    Asked("Buổi tuyên truyền", "buổi", "target"),
    Asked("Buổi tuyên truyền", "buổi"),
    Asked("Hộ được hướng dẫn", "hộ", ratio=True),
)


def make_unit_request(cast: Cast, report: Report, **values: Any) -> UnitRequest:
    """The culture room, the economy room and a hamlet are asked for a target, a result and a ratio."""
    wanted: dict[str, Any] = {
        "title": "Số liệu truyền thông",
        "kind": "periodic",
        "due": report.due or report.ends_on,
        "bodies": [cast.culture, cast.economy, cast.hamlets[0]],
        "figures": ASKED,
    }
    return request_unit_reports(cast.coordinator, report, **(wanted | values))


def fill(actor: Actor, unit_report: UnitReport, target: str, result: str, top: str, below: str, **texts: str) -> None:
    """Type the figures of ``ASKED`` and some words."""
    asked = list(unit_report.request.asked.all())
    given = [(Decimal(target), None), (Decimal(result), None), (Decimal(top), Decimal(below))]
    write_unit_report(actor, unit_report, texts=texts, figures=dict(zip(asked, given, strict=True)))
