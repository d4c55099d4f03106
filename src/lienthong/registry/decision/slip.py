"""*Phiếu giải quyết văn bản đến* (ND30 Phụ lục IV, mẫu VII), as a page and as a .docx."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from datetime import date

import docx
from django.utils.translation import gettext as _
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lienthong.registry.days import shown
from lienthong.registry.decision.parts import current_decision, parts_of
from lienthong.registry.models import Decision, DecisionPart, OfficialDocument

_FONT = "Times New Roman"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: Lines left for handwriting where nobody has written anything yet.
BLANK_LINES = 4


@dataclass(frozen=True, slots=True)
class SlipPart:
    """One of the three numbered parts; ``lines`` are empty where nothing was written."""

    title: str
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Slip:
    office: str
    office_parent: str
    place_and_day: str
    about: list[str]
    parts: list[SlipPart]


def slip_of(document: OfficialDocument) -> Slip:
    """The slip as far as it is filled in; :func:`as_word` and the print page show the same."""
    decision = current_decision(document)
    parts = parts_of(decision)
    office = document.office
    day = _long_day(decision.decided_on) if decision else _("ngày …… tháng …… năm ……")
    return Slip(
        office=office.name,
        office_parent=office.parent.name if office.parent else "",
        place_and_day=f"{office.place or '……'}, {day}",
        about=_about(document),
        parts=[
            SlipPart(_("1. Ý kiến của lãnh đạo cơ quan, tổ chức"), _leader_lines(decision, parts)),
            SlipPart(_("2. Ý kiến của lãnh đạo đơn vị"), [_head_line(part) for part in parts if part.handler]),
            SlipPart(
                _("3. Ý kiến đề xuất của người giải quyết"), [_proposal_line(part) for part in parts if part.proposal]
            ),
        ],
    )


def _about(document: OfficialDocument) -> list[str]:
    dated = _(" ngày %(day)s") % {"day": shown(document.dated)} if document.dated else ""
    issuer = _(" của %(issuer)s") % {"issuer": document.issuer} if document.issuer else ""
    lines = [f"{document.title}{dated}{issuer}", document.subject]
    if document.register_number:
        arrived = f"{document.arrived_on:%d/%m/%Y}" if document.arrived_on else "……"
        lines.append(_("Số đến: %(n)d, ngày đến: %(day)s") % {"n": document.register_number, "day": arrived})
    return [line for line in lines if line]


def _leader_lines(decision: Decision | None, parts: list[DecisionPart]) -> list[str]:
    if decision is None:
        return []
    lines = [decision.opinion] if decision.opinion else []
    if decision.kind != Decision.Kind.HANDLE:
        lines.append(f"{decision.get_kind_display()}.")
    for part in parts:
        due = _(", thời hạn %(day)s") % {"day": f"{part.due:%d/%m/%Y}"} if part.due else ""
        lines.append(f"- {part.get_part_display()}: {part.body.name}{due};")
    lines.append(_("Ngày cho ý kiến: %(day)s.") % {"day": f"{decision.decided_on:%d/%m/%Y}"})
    signed = f"{decision.decided_by.title}: {decision.decided_by.user}"
    if decision.medium != Decision.Medium.SCREEN:
        told = {"medium": decision.get_medium_display(), "clerk": str(decision.entered_by)}
        signed += " " + _("(%(medium)s, %(clerk)s nhập)") % told
    return [*lines, signed]


def _head_line(part: DecisionPart) -> str:
    due = _(", thời hạn %(day)s") % {"day": f"{part.handler_due:%d/%m/%Y}"} if part.handler_due else ""
    on = _(" (ngày %(day)s)") % {"day": f"{part.handler_set_on:%d/%m/%Y}"} if part.handler_set_on else ""
    return _("%(body)s: giao %(person)s%(due)s%(on)s") % {
        "body": part.body.name,
        "person": part.handler,
        "due": due,
        "on": on,
    }


def _proposal_line(part: DecisionPart) -> str:
    on = _(" (ngày %(day)s)") % {"day": f"{part.proposed_on:%d/%m/%Y}"} if part.proposed_on else ""
    return f"{part.body.name}: {part.proposal}{on}"


def _long_day(day: date) -> str:
    """ "ngày 05 tháng 9 năm 2025": one-digit days and the months 1 and 2 with a zero (ND30 Phụ lục I, Mục II.4)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return _("ngày %(day)02d tháng %(month)s năm %(year)d") % {"day": day.day, "month": month, "year": day.year}


def as_word(slip: Slip) -> bytes:
    """The slip as a .docx on A4."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    _letterhead(made, slip)
    _line(made, _("PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN"), bold=True, centred=True, before=18)
    for about in slip.about:
        _line(made, about, centred=True)
    for part in slip.parts:
        _line(made, part.title, bold=True, before=12)
        for text in part.lines or ["…" * 40] * BLANK_LINES:
            _line(made, text)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _letterhead(made: docx.document.Document, slip: Slip) -> None:
    table = made.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.width, right.width = Mm(70), Mm(95)
    upper = [(slip.office_parent.upper(), False)] if slip.office_parent else []
    _cell(left, [*upper, (slip.office.upper(), True)])
    _cell(
        right,
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
            ("Độc lập - Tự do - Hạnh phúc", True),
            (slip.place_and_day, False),
        ],
    )


def _cell(cell: docx.table._Cell, lines: list[tuple[str, bool]]) -> None:
    for index, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(_CONTROL.sub("", text))
        run.bold, run.font.size = bold, Pt(12)


def _line(
    made: docx.document.Document, text: str, *, bold: bool = False, centred: bool = False, before: int = 0
) -> None:
    paragraph = made.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(4)
    paragraph.add_run(_CONTROL.sub("", text)).bold = bold
