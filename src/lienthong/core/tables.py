"""Workbooks that people fill in: sheets with known columns, read as rows of text and dates.

Every problem comes with the address of its cell. Nothing is stored here; rooms take the rows through their own acts.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from lienthong.core.refusals import Refused
from lienthong.core.text import search_fold

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_ROWS = 5000
#: The heads stand in one of the first rows; a title may stand above them.
HEAD_WITHIN = 5

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` in code, ``head`` as the first row prints it; with ``is_lines`` the lines of a cell stay apart."""

    key: str
    head: str
    required: bool = False
    is_date: bool = False
    is_lines: bool = False
    help: StrOrPromise = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    key: str
    title: str
    columns: tuple[Column, ...]

    def column_headed(self, head: str) -> Column | None:
        folded = search_fold(head)
        return next((column for column in self.columns if search_fold(column.head) == folded), None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """``sentence`` says what happens to the row; ``changes`` is False when everything is as the row says already."""

    place: str
    sentence: str
    changes: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in which cell ("Chức vụ!C7"), in a sentence."""

    cell: str
    sentence: str


@dataclass(slots=True)
class Row:
    """One filled row. ``values`` by column key: text, a date, or absent when the cell is empty."""

    sheet: Sheet
    number: int
    values: dict[str, Any]
    letters: dict[str, str]
    problems: list[Problem] = field(default_factory=list)

    def text(self, key: str) -> str:
        return str(self.values.get(key, ""))

    def day(self, key: str) -> date | None:
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def cell(self, key: str) -> str:
        letter = self.letters.get(key) or next(iter(self.letters.values()))
        return f"{self.sheet.title}!{letter}{self.number}"

    def wrong(self, key: str, sentence: str) -> None:
        self.problems.append(Problem(self.cell(key), sentence))


def read_workbook(content: bytes, sheets: tuple[Sheet, ...]) -> list[Row]:
    """The filled rows of the known ``sheets``, in their order; :class:`Refused` for a bad file."""
    _refuse_bad_container(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        tables = {
            name: [list(row) for row in _limited(book[name].iter_rows(values_only=True))] for name in book.sheetnames
        }
    except Refused:
        raise
    except Exception:  # whatever a broken package makes the reader raise
        raise Refused(_("Tệp bảng tính này bị hỏng. Hãy mở bằng Excel, lưu lại rồi tải lên.")) from None
    titled = {search_fold(sheet.title): sheet for sheet in sheets}
    known = {sheet.key: (sheet, table) for name, table in tables.items() if (sheet := titled.get(search_fold(name)))}
    if not known:
        names = ", ".join(f"“{sheet.title}”" for sheet in sheets)
        raise Refused(_("Bảng tính không có trang nào tên %(names)s. Hãy dùng tệp mẫu.") % {"names": names})
    rows = [row for sheet in sheets if sheet.key in known for row in _rows_of(*known[sheet.key])]
    if not rows:
        raise Refused(_("Bảng tính chưa có dòng nào được điền."))
    return rows


def _refuse_bad_container(content: bytes) -> None:
    if not content:
        raise Refused(_("Tệp này trống."))
    if len(content) > MAX_BYTES:
        raise Refused(_("Tệp lớn hơn %(mb)d MB. Hãy chia nhỏ bảng tính.") % {"mb": MAX_BYTES // 1024 // 1024})
    if content.startswith(_OLE):
        raise Refused(
            _("Tệp này có mật khẩu hoặc là bảng tính kiểu cũ (.xls). Hãy bỏ mật khẩu và lưu lại thành .xlsx.")
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
    except zipfile.BadZipFile:
        raise Refused(_("Đây không phải bảng tính .xlsx. Hãy lưu lại thành .xlsx rồi tải lên.")) from None
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Refused(_("Bảng tính này quá lớn. Hãy chia nhỏ ra."))
    if not any(entry.filename == "xl/workbook.xml" for entry in entries):
        raise Refused(_("Đây không phải bảng tính .xlsx. Hãy lưu lại thành .xlsx rồi tải lên."))


def _limited(rows: Iterable[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise Refused(_("Một trang có hơn %(n)d dòng. Hãy chia nhỏ bảng tính.") % {"n": MAX_ROWS})
        yield row


def _rows_of(sheet: Sheet, table: list[list[Any]]) -> Iterable[Row]:
    head_at, columns = _head(sheet, table)
    letters = {column.key: get_column_letter(at + 1) for at, column in columns.items()}
    for number, cells in enumerate(table[head_at + 1 :], start=head_at + 2):
        if all(cell is None or not str(cell).strip() for cell in cells):
            continue
        row = Row(sheet, number, {}, letters)
        for at, column in columns.items():
            raw = cells[at] if at < len(cells) else None
            value = _value(raw, column.is_lines)
            if value in (None, ""):
                if column.required:
                    row.wrong(column.key, _("Thiếu “%(head)s”.") % {"head": column.head})
                continue
            if column.is_date and not isinstance(value, date):
                day = _day(str(value))
                if day is None:
                    row.wrong(column.key, _("“%(value)s” không phải ngày dd/mm/yyyy.") % {"value": value})
                    continue
                value = day
            row.values[column.key] = value if isinstance(value, date) else str(value)
        yield row


def _head(sheet: Sheet, table: list[list[Any]]) -> tuple[int, dict[int, Any]]:
    best: tuple[int, dict[int, Any]] = (0, {})
    for at, cells in enumerate(table[:HEAD_WITHIN]):
        found = {
            place: column
            for place, cell in enumerate(cells)
            if cell is not None and (column := sheet.column_headed(str(cell)))
        }
        if len(found) > len(best[1]):
            best = (at, found)
    present = {column.key for column in best[1].values()}
    missing = [column.head for column in sheet.columns if column.required and column.key not in present]
    if missing:
        raise Refused(
            _("Trang “%(sheet)s” thiếu cột: %(heads)s. Hãy dùng tệp mẫu.")
            % {"sheet": sheet.title, "heads": ", ".join(missing)}
        )
    return best


def _value(raw: Any, is_lines: bool) -> Any:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if raw is None or isinstance(raw, date):
        return raw
    if is_lines:
        return "\n".join(filter(None, (" ".join(line.split()) for line in str(raw).splitlines())))
    return " ".join(str(raw).split())


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
