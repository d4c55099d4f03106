"""The letterhead: bodies, motto, number, place and date, type and subject.

State: Nghị định 30, Phụ lục I, II.1 to II.5. Party: Hướng dẫn 36-HD/VPTW, mục II.
"""

from __future__ import annotations

import re
from typing import Any

from docx.shared import Mm, Pt

from vanban.compose.measures import Measures
from vanban.compose.model import ComposeModel, ModelError
from vanban.compose.paper import CENTER, LEFT, add_run, empty, layout_table, one_line, rule, stamp, write

_MM = 72 / 25.4
_STATE_COLUMNS = (66.0, 99.0)
_PARTY_COLUMNS = (82.0, 83.0)
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


def write_head(document: Any, model: ComposeModel, measures: Measures) -> None:
    """Write everything above the body."""
    party = model.system == "party"
    left_width, right_width = columns = _PARTY_COLUMNS if party else _STATE_COLUMNS
    table = layout_table(document, 2, columns)
    left, right = (empty(cell) for cell in table.rows[0].cells)
    _bodies(left, model, measures, left_width * _MM)
    if party:
        write(right, "ĐẢNG CỘNG SẢN VIỆT NAM", measures.motto, bold=True)
        rule(right, 0.53 * measures.motto * 22 * 1.25, right_width * _MM)
    else:
        write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", measures.motto - 1, bold=True)
        write(right, _MOTTO, measures.motto, bold=True)
        rule(right, 12.6 * measures.motto, right_width * _MM)
    left, right = (empty(cell) for cell in table.rows[1].cells)
    write(left, _number(model), measures.number, before=6)
    if model.type == "công văn":
        write(left, _subject_of_letter(model), measures.subject_of_letter, italic=party, before=6)
    if model.urgency:
        stamp(left, model.urgency, 13)
    write(right, _place_and_date(model), measures.date, italic=True, before=6)
    if model.type != "công văn":
        write(document, model.type.upper(), measures.type, bold=True, before=18)
        write(document, one_line(model.subject), measures.subject, bold=True)
        if party:
            write(document, "-----", measures.subject, bold=True)
        else:
            rule(document, 60 * _MM * 0.8, (210 - measures.left - measures.right) * _MM, before=2)
    _addressees(document, model, measures)


def _bodies(cell: Any, model: ComposeModel, measures: Measures, width: float) -> None:
    for line in (model.issuer_parent or "").splitlines():
        write(cell, one_line(line).upper(), measures.parent)
    lines = [one_line(line).upper() for line in model.issuer.splitlines()]
    for line in lines:
        write(cell, line, measures.issuer, bold=True)
    if model.system == "party":
        write(cell, "*", measures.issuer)
    else:
        # The rule takes a third to a half of the line above it.
        rule(cell, min(0.3 * width, 0.26 * measures.issuer * max(map(len, lines))), width)


def _number(model: ComposeModel) -> str:
    printed = model.printed_number
    if model.system == "party":
        return f"Số {printed}" if printed else f"Số        -{model.symbol}"
    return f"Số: {printed}" if printed else f"Số:        /{model.symbol}"


def _subject_of_letter(model: ComposeModel) -> str:
    """ "V/v …" in a State letter, "Về …" in a letter of the Party, unless the subject begins so already."""
    subject = one_line(model.subject)
    if re.match(r"(?:v/v|về)\b", subject, re.IGNORECASE):
        return subject
    return f"{'Về' if model.system == 'party' else 'V/v'} {subject}"


def printed_date(date: str | None) -> str:
    """An ISO date in words, "ngày 05 tháng 01 năm 2026"; blanks for what it lacks.

    Days below 10 and the months 1 and 2 have a leading zero (Nghị định 30, Phụ lục I, II.4.b).
    """
    parts = (date or "").split("-")
    if date is not None and (len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts)):
        raise ModelError(f"Ngày “{date}” không đúng dạng năm-tháng-ngày.")
    year, month, day = (int(part) for part in (*parts, "0", "0")[:3]) if date else (0, 0, 0)
    if date is not None and not (1900 <= year <= 2999 and 0 <= month <= 12 and 0 <= day <= 31 and (month or not day)):
        raise ModelError(f"Ngày “{date}” không có trong lịch.")
    words = [f"ngày {day:02d}" if day else "ngày       "]
    words.append((f"tháng {month:02d}" if month < 3 else f"tháng {month}") if month else "tháng       ")
    words.append(f"năm {year}" if year else "năm        ")
    return " ".join(words)


def _place_and_date(model: ComposeModel) -> str:
    place = one_line(model.place or "")
    date = printed_date(model.date)
    return f"{place}, {date}" if place else date


def _addressees(document: Any, model: ComposeModel, measures: Measures) -> None:
    """One addressee on the line of "Kính gửi:", several one a line (Nghị định 30, Phụ lục I, II.9.a)."""
    names = [one_line(name) for name in model.addressees]
    if not names:
        return
    italic = model.system == "party"
    first = write(document, "Kính gửi:", measures.body, italic=italic, before=18, after=0, align=LEFT, keep=True)
    if len(names) == 1:
        first.alignment = CENTER
        first.paragraph_format.space_after = Pt(6)
        add_run(first, f" {names[0]}", measures.body)
        return
    first.paragraph_format.left_indent = Mm(40)
    for index, name in enumerate(names):
        end = "." if index == len(names) - 1 else ("," if italic else ";")
        line = write(document, f"- {name}{end}", measures.body, align=LEFT, before=2)
        line.paragraph_format.left_indent = Mm(55)
