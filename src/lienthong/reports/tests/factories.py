"""Obligations and reports for tests, made through the acts."""

from datetime import date
from typing import Any

from lienthong.organisations.tests.factories import Cast
from lienthong.reports.models import Obligation, Report
from lienthong.reports.service import add_obligation, make_report


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
