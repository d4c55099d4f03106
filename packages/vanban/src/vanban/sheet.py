"""A document as a sheet of plain Vietnamese text, for a person at a terminal."""

from __future__ import annotations

import textwrap
from typing import Any

from vanban.model import Assignment, Deadline, Document, Value
from vanban.rhythm import Rhythm

_WIDTH = 100
_HEAD = (
    ("number", "Số, ký hiệu"), ("type", "Loại"), ("issuer_parent", "Cơ quan chủ quản"),
    ("issuer", "Cơ quan ban hành"), ("place", "Địa danh"), ("date", "Ngày"), ("subject", "Trích yếu"),
    ("urgency", "Độ khẩn"), ("secrecy", "Độ mật"),
)  # fmt: skip
_SYSTEMS = {"party": "Đảng", "state": "Nhà nước", "front": "Mặt trận, đoàn thể"}
_BY_HAND = {"number": "Số", "date": "Ngày"}
_UNSURE = 0.7


def sheet(document: Document, name: str) -> str:
    """Head, citations, outline, assignments and remarks of a document; "(?)" marks what the reader is not sure of."""
    blocks = ["\n".join([name, "=" * min(len(name), _WIDTH)])]
    if not document.unreadable:
        blocks += [_head(document), _signatures(document), _citations(document), _outline(document)]
        blocks += [_assignments(document), _footnotes(document)]
    blocks.append(_block("Nhận xét", [_item(f"- {remark.message}") for remark in document.remarks]))
    return "\n\n".join(block for block in blocks if block)


def _print(value: Value[Any] | None) -> str:
    if value is None:
        return "—"
    return f"{value.value}{' (?)' if value.confidence < _UNSURE else ''}"


def _join(values: tuple[Value[str], ...]) -> str:
    return "; ".join(_print(value) for value in values)


def _item(text: str, indent: int = 2) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 4), break_on_hyphens=False
    )


def _block(title: str, lines: list[str]) -> str:
    return "\n".join([title, *lines]) if lines else ""


def _field(label: str, text: str, width: int = 18) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=f"  {label:<{width}}",
        subsequent_indent=" " * (width + 2),
        break_on_hyphens=False,
    )


def _head(document: Document) -> str:
    lines = [
        _field(label, _print(value))
        for field, label in _HEAD
        if (value := getattr(document, field)) is not None or field in ("number", "type", "issuer", "date", "subject")
    ]
    if document.system is not None:
        lines.append(_field("Hệ thống", _SYSTEMS[document.system.value]))
    if document.addressees:
        lines.append(_field("Kính gửi", _join(document.addressees)))
    signatory = document.signatory
    if parts := [_print(part) for part in (signatory.authority, signatory.title, signatory.name) if part is not None]:
        lines.append(_field("Người ký", ", ".join(parts)))
    if document.recipients:
        lines.append(_field("Nơi nhận", _join(document.recipients)))
    lines += [_field("Dấu đến", seal.text.value) for seal in document.seals]
    lines += [_field(_BY_HAND[found.field], f"viết tay, xem ảnh trang {found.page}") for found in document.handwriting]
    return _block("Thể thức", lines)


def _signatures(document: Document) -> str:
    lines = [_item(f"- {signature.message}") for signature in document.signatures]
    return _block(f"Chữ ký số ({len(lines)})", lines)


def _footnotes(document: Document) -> str:
    lines = [_item(f"{note.mark} {textwrap.shorten(note.text.value, 240)}") for note in document.footnotes]
    return _block(f"Chú thích cuối trang ({len(lines)})", lines)


def _citations(document: Document) -> str:
    lines = []
    for citation in document.cited:
        kind = f"{citation.type.value} " if citation.type else ""
        dated = f", {_print(citation.date)}" if citation.date else ""
        times = f" ({len(citation.mentions)} lần)" if len(citation.mentions) > 1 else ""
        lines.append(_item(f"- {kind}{_print(citation.number)}{dated}{times}"))
    return _block(f"Văn bản viện dẫn ({len(lines)})", lines)


def _outline(document: Document) -> str:
    lines = [_item(f"{item.label}. {item.title}", 2 * item.level) for item in document.outline]
    return _block("Bố cục", lines)


def _assignments(document: Document) -> str:
    lines: list[str] = []
    for number, item in enumerate(document.assignments, 1):
        text = " ".join(item.text.value.split())
        lines.append(_item(f"{number}. [{item.section}] {textwrap.shorten(text, 240, placeholder=' …')}"))
        lines += [_field(f"  {label}", value) for label, value in _duties(item)]
    return _block(f"Nhiệm vụ ({len(document.assignments)})", lines)


def _duties(item: Assignment) -> list[tuple[str, str]]:
    rows = (
        ("Chủ trì", _join(item.lead)),
        ("Phối hợp", _join(item.support)),
        ("Thời gian", _print(item.when)),
        ("Tần suất", _print(item.frequency)),
        ("Hạn", _print(item.due)),
        ("Sản phẩm", _print(item.product)),
        ("Kinh phí", _print(item.funding)),
        ("Chỉ tiêu", "; ".join(_print(target.text) for target in item.targets)),
        ("Các hạn", "; ".join(_deadline(deadline) for deadline in item.deadlines)),
    )
    return [(label, value) for label, value in rows if value not in ("", "—")]


def _deadline(deadline: Deadline) -> str:
    named = f"{_join(deadline.bodies)}: " if deadline.bodies else ""
    due = f" ({deadline.due.value})" if deadline.due else ""
    return f"{named}{_print(deadline.when)}{due}"


_STEPS = {
    "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half-year": "6 tháng", "year": "năm",
    "window": "cả thời gian thực hiện", "issue": "kỳ",
}  # fmt: skip


def rhythm_sheet(found: Rhythm) -> str:
    """What a rhythm says, one fact a line."""
    first, last = found.window or (None, None)
    count = f"{'ít nhất ' if found.at_least else ''}{found.per}{f'–{found.most}' if found.most else ''}"
    rows = (
        ("Quy tắc lặp", found.rrule),
        ("Số lượng mỗi kỳ", count if found.rrule else None),
        ("Tổng số", f"{found.quota}/{_STEPS[found.quota_per]}" if found.quota and found.quota_per else found.quota),
        ("Phát lại", f"{found.reruns} lần/{_STEPS[found.reruns_per]}" if found.reruns and found.reruns_per else None),
        ("Từ ngày", first),
        ("Đến ngày", last),
        ("Hạn", found.due),
        ("Thường xuyên", "có" if found.open_ended else None),
        ("Đột xuất", "có" if found.ad_hoc else None),
    )
    lines = [_field(label, str(value)) for label, value in rows if value is not None]
    remarks = [_item(f"- {remark.message}") for remark in found.remarks]
    return "\n".join([found.text, *lines, *remarks])
