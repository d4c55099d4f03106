"""Sheets as a .docx."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from vanban.compose.blocks import MM, Align, Block, Columns, Grid, Line, Rule, Run, Sheet, Stamp
from vanban.compose.measures import Measures

_FONT = "Times New Roman"
_GRID = "Table Grid"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def docx_of(sheets: tuple[Sheet, ...], measures: Measures, title: str) -> bytes:
    """The bytes of a .docx; the same sheets give the same bytes."""
    document = _new_document(measures, title)
    for index, sheet in enumerate(sheets):
        section = document.add_section(WD_SECTION.NEW_PAGE) if index else document.sections[0]
        _lay_out(section, measures, landscape=sheet.landscape)
        width = measures.long_width if sheet.landscape else measures.width
        for block in sheet.blocks:
            _write(document, block, width)
        if isinstance(sheet.blocks[-1], Columns):
            _paragraph(document, Line((Run("", 1),)))  # Word wants a paragraph after a table
    return _save(document)


_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "Table Grid", "No List", "Header", "Footer")


def _new_document(measures: Measures, title: str) -> Any:
    document = docx.Document()
    _drop_unused_styles(document)
    normal = document.styles["Normal"]
    normal.font.name = _FONT
    normal.font.size = Pt(measures.body)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.rPr.append(language)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    _page_number(document.sections[0].header.paragraphs[0], measures.page_number)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "", ""
    properties.language = "vi-VN"
    return document


def _drop_unused_styles(document: Any) -> None:
    """The template holds 160 styles, nine tenths of the file; text here is formatted directly."""
    for style in list(document.styles):
        if style.name not in _STYLES:
            style.delete()


def _lay_out(section: Any, measures: Measures, *, landscape: bool) -> None:
    """A4, margins, and pages counted from 1 with no number on the first (Nghị định 30, Phụ lục I, mục I)."""
    width, height = (297, 210) if landscape else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(measures.top), Mm(measures.bottom)
    section.left_margin, section.right_margin = Mm(measures.left), Mm(measures.right)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")


def _page_number(paragraph: Any, size: float) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        run.font.size = Pt(size)
        if kind is not None:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _write(holder: Any, block: Block, width: float) -> None:
    """Add a block to a document or cell that is ``width`` millimetres wide."""
    match block:
        case Line():
            _paragraph(holder, block)
        case Rule():
            _rule(holder, block, width)
        case Stamp():
            _stamp(holder, block)
        case Columns():
            _columns(holder, block)
        case Grid():
            _grid(holder, block)


def _paragraph(holder: Any, line: Line) -> Any:
    paragraph = holder.add_paragraph()
    paragraph.alignment = _ALIGN[line.align]
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(line.before), Pt(line.after)
    if line.indent:
        form.first_line_indent = Mm(line.indent)
    if line.left:
        form.left_indent = Mm(line.left)
    if line.exactly:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line.exactly)
    if line.keep:
        form.keep_with_next = True
    if line.level is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(line.level - 1))
        paragraph._p.get_or_add_pPr().append(level)
    for run in line.runs:
        _run(paragraph, run)
    if not line.text:
        # An empty paragraph is as high as its mark, which has a size of its own.
        mark, size = OxmlElement("w:rPr"), OxmlElement("w:sz")
        size.set(qn("w:val"), str(round(2 * line.runs[0].size)))
        mark.append(size)
        paragraph._p.get_or_add_pPr().append(mark)
    return paragraph


def _run(paragraph: Any, run: Run) -> Any:
    written = paragraph.add_run(run.text)
    written.font.size = Pt(run.size)
    written.bold, written.italic, written.underline = run.bold or None, run.italic or None, run.underline or None
    return written


def _stamp(holder: Any, stamp: Stamp) -> None:
    paragraph = _paragraph(holder, Line((Run(f" {stamp.text} ", stamp.size, bold=True),), before=6))
    run = paragraph.runs[0]
    run.font.color.rgb = RGBColor(0xFF, 0, 0)
    run._r.get_or_add_rPr().append(_border("w:bdr", 8, 0, "FF0000"))


def _border(tag: str, eighths: int, space: int, color: str) -> Any:
    border = OxmlElement(tag)
    for key, value in (("val", "single"), ("sz", str(eighths)), ("space", str(space)), ("color", color)):
        border.set(qn(f"w:{key}"), value)
    return border


def _rule(holder: Any, rule: Rule, width: float) -> None:
    paragraph = holder.add_paragraph()
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(rule.before), Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(2)
    form.left_indent = form.right_indent = Pt(max(0.0, (width * MM - rule.length) / 2))
    borders = OxmlElement("w:pBdr")
    borders.append(_border("w:bottom", 6, 1, "000000"))
    # The schema orders the children of w:pPr; borders come before spacing and indents.
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc")


def _columns(document: Any, columns: Columns) -> None:
    """Add a table of one row, or a row to the table that stands last: Word would join two tables that touch."""
    last = document.tables[-1] if document.tables else None
    if last is not None and last._tbl.getnext() is document.element.body.sectPr and last.style.name != _GRID:
        row = last.add_row()
        _fix(last, columns.widths)
    else:
        table = document.add_table(rows=1, cols=2)
        _fix(table, columns.widths)
        row = table.rows[0]
    # A signature is not parted from its title.
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, blocks, width in zip(row.cells, (columns.left, columns.right), columns.widths, strict=True):
        _empty(cell)
        for block in blocks or (Line((Run("", 11),)),):
            _write(cell, block, width)


def _grid(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=len(grid.rows) + 1, cols=len(grid.widths))
    table.style = _GRID
    _fix(table, grid.widths)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    center: Align = "center"
    centred = (center,) * len(grid.head)
    for row, texts, aligns in zip(table.rows, (grid.head, *grid.rows), (centred, *grid.aligns), strict=True):
        for cell, text, align in zip(row.cells, texts, aligns, strict=True):
            _empty(cell)
            run = Run(text, grid.size, bold=texts is grid.head)
            _paragraph(cell, Line((run,), align, before=2, after=2))


def _fix(table: Any, widths: tuple[float, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _empty(cell: Any) -> None:
    """Take away the empty paragraph that a cell begins with; a paragraph must be written into it next."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def _save(document: Any) -> bytes:
    first = io.BytesIO()
    document.save(first)
    second = io.BytesIO()
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _ZIP_TIME), source.read(name), zipfile.ZIP_DEFLATED)
    return second.getvalue()
