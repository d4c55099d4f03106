"""Spreadsheets (.xlsx, .xls): what a sheet prints, row by row.

The rows between the first and the last with at least three cells are a table; a head printed again begins another one.
What stands above and below is the document's own head and signature, two columns side by side at most, and is laid out
as in a Word file. Values are the ones that were saved, formulas are not computed; hidden sheets are left out.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import groupby, pairwise
from typing import Any, TypeVar

import xlrd
from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from vanban.model import Remark
from vanban.source import Source
from vanban.sources.building import Row, TextBuilder
from vanban.sources.kinds import MACROS, macros_of
from vanban.sources.limits import MAX_CELLS, Unreadable
from vanban.sources.package import Package
from vanban.sources.rows import add_rows
from vanban.tables import is_head

T = TypeVar("T")
Sheets = Iterator[Iterator[list[str]] | None]

_EMPTY = "Bảng tính không có chữ nào."
_TOO_MANY = f"Bảng tính có hơn {MAX_CELLS // 1_000_000} triệu ô, vượt giới hạn đọc."
_BROKEN = "Tệp Excel bị hỏng hoặc tải về chưa đủ. Hãy mở bằng Excel và lưu lại."
_TABLE_WIDTH = 3


def read_xlsx(data: bytes) -> Source:
    """Read the bytes of an .xlsx or .xlsm; raises :class:`Unreadable`."""
    package = Package(data, "xlsx")
    for name in package.entries:
        if name.startswith("xl/") and name.endswith((".xml", ".rels")):
            package.xml_of(name)
    macros = (MACROS,) if "xl/vbaProject.bin" in package.entries else ()
    return _read(_xlsx_sheets(data), "xlsx", macros)


def read_xls(data: bytes) -> Source:
    """Read the bytes of an .xls; raises :class:`Unreadable`."""
    return _read(_xls_sheets(data), "xls", macros_of(data))


def _read(sheets: Sheets, kind: str, remarks: tuple[Remark, ...]) -> Source:
    lines = TextBuilder(kind)
    hidden = 0
    for sheet in _sound(sheets, kind):
        if sheet is None:
            hidden += 1
        else:
            _add_sheet(lines, _sound(sheet, kind))
    told = (Remark("hidden", f"Có {hidden} trang tính ẩn, không đọc."),) if hidden else ()
    return lines.source(_EMPTY, (*remarks, *told))


def _sound(items: Iterator[T], kind: str) -> Iterator[T]:
    """The items; :class:`Unreadable` for whatever a spoilt file makes its library raise.

    openpyxl and xlrd raise what their parsers met: KeyError, TypeError, struct.error, AssertionError and more.
    """
    try:
        yield from items
    except Exception as error:
        if "encrypted" in str(error).lower():
            message = "Tệp Excel được bảo vệ bằng mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại."
            raise Unreadable(message, kind) from error
        raise Unreadable(_BROKEN, kind) from error


def _xlsx_sheets(data: bytes) -> Sheets:
    """Rows of each sheet, None for a hidden one."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        yield _xlsx_rows(sheet) if sheet.sheet_state == "visible" else None


def _xlsx_rows(sheet: ReadOnlyWorksheet) -> Iterator[list[str]]:
    # The size that a file states may be wrong, and rows would be cut or filled up to it.
    sheet.reset_dimensions()
    for row in sheet.rows:
        yield [_printed(cell.value, cell.number_format if cell.value is not None else "") for cell in row]


def _xls_sheets(data: bytes) -> Sheets:
    """Rows of each sheet, None for a hidden one."""
    # xlrd writes what it thinks of a file to a log, standard output if there is none.
    book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True, ragged_rows=True)
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        yield _xls_rows(book, sheet) if sheet.visibility == 0 else None


def _xls_rows(book: xlrd.book.Book, sheet: xlrd.sheet.Sheet) -> Iterator[list[str]]:
    for number in range(sheet.nrows):
        yield [_xls_printed(cell, book.datemode) for cell in sheet.row(number)]


def _xls_printed(cell: xlrd.sheet.Cell, datemode: int) -> str:
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return _printed(xlrd.xldate_as_datetime(cell.value, datemode), "")
        except (ValueError, OverflowError):
            return _printed(cell.value, "")
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
        return ""
    return _printed(bool(cell.value) if cell.ctype == xlrd.XL_CELL_BOOLEAN else cell.value, "")


def _printed(value: Any, number_format: str) -> str:
    """A cell as an office prints it: days dd/mm/yyyy, shares in percent, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, (int, float)):
        percent = "%" in number_format
        amount = round(value * 100 if percent else value, 6)
        text = str(int(amount)) if amount == int(amount) else str(amount).replace(".", ",")
        return f"{text}%" if percent else text
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time() else f"{value:%H:%M %d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value).strip()


def _add_sheet(lines: TextBuilder, rows: Iterable[list[str]]) -> None:
    kept: list[Row] = []
    cells = 0
    for row in rows:
        cells += 1 + len(row)
        if cells > MAX_CELLS:
            raise Unreadable(_TOO_MANY, "xlsx")
        kept.append([(place, text) for place, text in enumerate(row) if text])
    at = 0
    for first, last in _tables(kept):
        _add_lines(lines, kept[at:first])
        _add_table(lines, [row for row in kept[first:last] if row])
        at = last
    _add_lines(lines, kept[at:])


def _tables(rows: list[Row]) -> Iterator[tuple[int, int]]:
    """First row and end of each table."""
    wide = [n for n, row in enumerate(rows) if len(row) >= _TABLE_WIDTH]
    heads = [n for n in wide if is_head([text or "" for _, text in rows[n]])]
    starts = sorted({*wide[:1], *heads})
    for start, end in pairwise([*starts, len(rows)]):
        yield start, 1 + max(n for n in wide if start <= n < end)


def _add_lines(lines: TextBuilder, rows: list[Row]) -> None:
    """Rows of one or two cells: the letterhead, a title, the signature; blank rows part them."""
    for blank, group in groupby(rows, key=lambda row: not row):
        if not blank:
            for wide, part in groupby(group, key=lambda row: len(row) > 1):
                if wide:
                    add_rows(lines, list(part))
                else:
                    for row in part:
                        lines.add(row[0][1] or "")
        else:
            lines.add("")


def _add_table(lines: TextBuilder, rows: list[Row]) -> None:
    """Rows with a cell for every column that is used; a row of one cell in the first columns is a group row."""
    columns = sorted({place for row in rows for place, _ in row})
    table: list[Row] = []
    for row in rows:
        texts = dict(row)
        grouped = len(texts) == 1 and min(texts) in columns[:2]
        table.append(row if grouped else [(column, texts.get(column, "")) for column in columns])
    lines.add_table(table)
