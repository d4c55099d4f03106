"""A register as a workbook and as a Word file, A4 landscape, with cover and all columns (ND30 Phụ lục IV)."""

import io
from copy import deepcopy

import docx
from django.utils.translation import gettext as _
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from lienthong.core.templatetags.words import day as shown_day
from lienthong.core.text import printable
from lienthong.registry.registers import Book

FONT = "Times New Roman"


def cover_lines(book: Book) -> list[str]:
    """What Phụ lục IV prints on the cover, line by line."""
    parent = book.office.parent.office if book.office.parent else None
    lines = [parent.name.upper()] if parent else []
    lines += [book.office.name.upper(), str(book.register.title), _("Năm: %(years)s") % {"years": book.years}]
    days = {"first": shown_day(book.first_day), "last": shown_day(book.last_day)}
    lines.append(_("Từ ngày %(first)s đến ngày %(last)s") % days)
    if book.numbers:
        lines.append(_("Từ số %(first)d đến số %(last)d") % {"first": book.numbers[0], "last": book.numbers[1]})
    return lines


def workbook(book: Book) -> bytes:
    """An .xlsx: title, head that repeats on every page, one row a line. Cells are texts, never formulas."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = str(book.register.short)[:31]
    width = len(book.register.columns)
    cover = cover_lines(book)
    for row, text in enumerate(cover, start=1):
        sheet.cell(row, 1, printable(text)).font = Font(name=FONT, size=13, bold=True)
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    head = len(cover) + 2
    for column in range(1, width + 1):
        title = sheet.cell(head, column, str(book.register.columns[column - 1]))
        title.font, title.border = Font(name=FONT, size=12, bold=True), border
        title.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        count = sheet.cell(head + 1, column, f"({column})")
        count.font, count.border = Font(name=FONT, size=11, italic=True), border
        count.alignment = Alignment(horizontal="center")
        sheet.column_dimensions[get_column_letter(column)].width = book.register.widths[column - 1] / 1.9
    # A style with a name is looked up once a cell; font, border and alignment each by itself take three times as long.
    style = NamedStyle("register line", Font(name=FONT, size=12), border=border)
    style.alignment = Alignment(vertical="top", wrap_text=True)
    made.add_named_style(style)
    for row, line in enumerate(book.lines, start=head + 2):
        for column, text in enumerate(line.cells, start=1):
            cell = sheet.cell(row, column)
            cell.style = style.name
            cell.value, cell.data_type = printable(text), "s"
    sheet.print_title_rows = f"{head}:{head + 1}"
    sheet.freeze_panes = f"A{head + 2}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def word(book: Book) -> bytes:
    """A .docx: cover lines, then the table with a head that repeats on every page."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(14)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for text in cover_lines(book):
        paragraph = made.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(printable(text))
        run.bold, run.font.size = True, Pt(13)
    made.add_paragraph()
    columns = book.register.columns
    table = made.add_table(rows=2, cols=len(columns), style="Table Grid")
    table.autofit = False
    for column, title in enumerate(columns):
        _write(table.rows[0].cells[column], str(title), bold=True)
        _write(table.rows[1].cells[column], f"({column + 1})")
    for row in table.rows:
        repeat = OxmlElement("w:tblHeader")
        repeat.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(repeat)
    blank = deepcopy(table.add_row()._tr)
    table._tbl.remove(table.rows[2]._tr)
    # Word takes the widths from the cells, LibreOffice from the grid.
    for place, width in enumerate(book.register.widths):
        table.columns[place].width = Mm(width)
        for row in (table.rows[0]._tr, table.rows[1]._tr, blank):
            row.tc_lst[place].width = Mm(width)
    # Rows are copied as XML: asking python-docx for the cells of a table takes time with the square of its rows.
    for line in book.lines:
        row = deepcopy(blank)
        for cell, text in zip(row.tc_lst, line.cells, strict=True):
            cell.p_lst[0].add_r().text = printable(text)
        table._tbl.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _write(cell: object, text: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]  # type: ignore[attr-defined]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(printable(text)).bold = bold
