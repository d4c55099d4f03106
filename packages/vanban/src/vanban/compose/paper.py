"""Paragraphs, runs, rules and tables in a .docx: the few things that every part of a document is made of."""

from __future__ import annotations

import re
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from vanban.sources.text import tidy

CENTER = WD_ALIGN_PARAGRAPH.CENTER
LEFT = WD_ALIGN_PARAGRAPH.LEFT
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
FONT = "Times New Roman"

_BLANKS = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Text fit for one paragraph: NFC, no control characters, single blanks."""
    return _BLANKS.sub(" ", tidy(text)).strip()


def write(
    holder: Any,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    align: Any = CENTER,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    keep: bool = False,
) -> Any:
    """Add a paragraph with one run to a document, cell or header; lengths in points, ``indent`` in millimetres."""
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    if indent:
        form.first_line_indent = Mm(indent)
    if keep:
        form.keep_with_next = True
    add_run(paragraph, text, size, bold=bold, italic=italic, underline=underline)
    return paragraph


def add_run(
    paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, underline: bool = False
) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold, run.italic, run.underline = bold or None, italic or None, underline or None


def stamp(holder: Any, text: str, size: float) -> None:
    """Add a bright red mark in a box of single lines (Nghị định 30, Phụ lục I, II.10.b)."""
    paragraph = write(holder, f" {text} ", size, bold=True, before=6)
    run = paragraph.runs[0]
    run.font.color.rgb = RGBColor(0xFF, 0, 0)
    box = OxmlElement("w:bdr")
    for key, value in (("val", "single"), ("sz", "8"), ("space", "0"), ("color", "FF0000")):
        box.set(qn(f"w:{key}"), value)
    run._r.get_or_add_rPr().append(box)


def rule(holder: Any, length: float, width: float, *, before: float = 1) -> None:
    """Add a solid horizontal rule of ``length`` points, centred in ``width`` points."""
    paragraph = holder.add_paragraph()
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(0)
    form.line_spacing = Pt(2)
    side = max(0.0, (width - length) / 2)
    form.left_indent = form.right_indent = Pt(side)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    # The schema orders the children of w:pPr; borders come before spacing and indents.
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc")


def layout_table(document: Any, rows: int, widths: tuple[float, ...]) -> Any:
    """Add a table without borders, with columns of the given widths in millimetres."""
    table = document.add_table(rows=rows, cols=len(widths))
    _fix(table, widths)
    return table


def grid_table(document: Any, rows: int, widths: tuple[float, ...]) -> Any:
    """Add a table with a grid of thin lines; its first row is repeated on every page."""
    table = document.add_table(rows=rows, cols=len(widths))
    table.style = "Table Grid"
    _fix(table, widths)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    properties = table.rows[0]._tr.get_or_add_trPr()
    for row in table.rows:
        unsplit = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(unsplit)
    properties.append(OxmlElement("w:tblHeader"))
    return table


def _fix(table: Any, widths: tuple[float, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def empty(cell: Any) -> Any:
    """The cell without the empty paragraph it begins with; a paragraph must be written into it next."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)
    return cell
