"""A report as plain data, and as a sheet of Vietnamese text for a person at a terminal."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterable
from typing import Any

from vanban.check.model import Finding, Report

_WIDTH = 100
_SEVERITIES = {"error": "Sai", "warning": "Xem lại", "note": "Nhắc"}
_QUOTED = 60


def check_form(report: Report) -> dict[str, Any]:
    """The report as plain data; spans as [start, end]."""
    return {
        "rules": list(report.rules),
        "findings": [
            {
                **dataclasses.asdict(finding),
                "span": [finding.span.start, finding.span.end] if finding.span else None,
                "paragraphs": list(finding.paragraphs),
            }
            for finding in report.findings
        ],
        "remarks": [{"kind": remark.kind, "message": remark.message} for remark in report.remarks],
    }


def check_sheet(report: Report, name: str) -> str:
    """The findings, each with its place, its proposal and where the rule comes from."""
    lines = [name, "=" * min(len(name), _WIDTH)]
    if report.rules:
        lines.append(f"Kiểm theo: {', '.join(report.rules)}")
    lines.extend(_wrapped(f"- {remark.message}") for remark in report.remarks)
    if not report.unreadable and not report.findings:
        lines.append("Không thấy điểm nào trái quy định.")
    for number, finding in enumerate(report.findings, 1):
        lines += [
            "",
            _wrapped(f"{number}. [{_SEVERITIES[finding.severity]}] {finding.message}{_place(finding, report)}"),
        ]
        lines.append(_wrapped(f"→ {finding.proposal}{' (--fix sửa được)' if finding.mendable else ''}", 4))
        lines.append(_wrapped(f"{finding.source} · {finding.rule}", 4))
    return "\n".join(lines)


def mended_sheet(done: Iterable[Finding]) -> str:
    """What was mended, one line each."""
    lines = [_wrapped(f"- {finding.message}{_paragraphs(finding)} {finding.proposal}") for finding in done]
    return "\n".join(["Đã sửa:", *lines]) if lines else "Không có gì phải sửa về thể thức."


def _place(finding: Finding, report: Report) -> str:
    numbers = _paragraphs(finding)
    if finding.span is None or numbers:
        return numbers
    line = report.text.count("\n", 0, finding.span.start) + 1
    page = f", trang {finding.span.page}" if finding.span.page else ""
    quoted = " ".join(report.text[finding.span.start : finding.span.end].split())
    shown = quoted if len(quoted) <= _QUOTED else f"{quoted[:_QUOTED]}…"
    return f" (dòng {line}{page}: “{shown}”)"


def _paragraphs(finding: Finding) -> str:
    if not finding.paragraphs:
        return ""
    shown = ", ".join(map(str, finding.paragraphs[:6]))
    return f" (đoạn {shown}{', …' if len(finding.paragraphs) > 6 else ''})"


def _wrapped(text: str, indent: int = 0) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2), break_on_hyphens=False
    )
