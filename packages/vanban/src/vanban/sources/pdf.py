"""PDF files with a text layer, read with PDFium.

Lines stand as they are printed, wrapped lines as they wrap; page numbers in the margins are left out. Stamped numbers
and days go into their blanks (``stamps``), columns side by side come one after the other (``columns``), and a table
with ruled lines is a table again (``grids``), over page ends too. A page without text is a scan, and there is nothing
to read in it without character recognition.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.model import Remark, Span
from vanban.source import Cell, Page, Source, Table
from vanban.sources.building import CELL_JOIN
from vanban.sources.columns import indent_first_lines, split_columns
from vanban.sources.glyphs import NOWHERE, Line
from vanban.sources.grids import find_grids, put_into_grids
from vanban.sources.limits import Unreadable, require_text_length
from vanban.sources.pdfium import LOCK, open_pdf
from vanban.sources.pdfrules import find_segments
from vanban.sources.pdftext import has_stamps, read_characters
from vanban.sources.stamps import fill_blanks
from vanban.sources.text import require_sound

_PAGE_NUMBER = re.compile(r"\s*-?\s*\d{1,4}\s*-?\s*")
#: Where a number or a day of a letterhead is left blank, for a stamp to fill.
_BLANK = re.compile(r"\bsố\s*:?\s*[/-]|\bngày\s*(?:tháng|\d)|\btháng\s*năm", re.IGNORECASE)


def read_pdf(data: bytes) -> Source:
    """Read the bytes of a PDF; raises :class:`Unreadable`."""
    with LOCK:
        return _read(data)


def _read(data: bytes) -> Source:
    document = open_pdf(data)
    try:
        return _read_pages(document)
    finally:
        document.close()


def _read_pages(document: pypdfium2.PdfDocument) -> Source:
    text: list[str] = []
    boxes = array("f")
    pages: list[Page] = []
    remarks: list[Remark] = []
    tables = _Tables()
    without_text: list[int] = []
    length = 0
    for index in range(len(document)):
        try:
            lines, width, height = _read_page(document, index)
        except pypdfium2.PdfiumError:
            remarks.append(Remark("page", f"Trang {index + 1} bị hỏng, không đọc được."))
            continue
        if not any(line.printed for line in lines):
            without_text.append(index + 1)
        start = length
        for place, line in enumerate(lines):
            final, places = line.tidied()
            remarks.extend(_stamp_remarks(line, final, length))
            tables.take(line, length, first_on_page=place == 0)
            text.append(final)
            length += len(final) + 1
            boxes.extend(places)
            boxes.extend(NOWHERE)
        require_text_length(length, "pdf")
        pages.append(Page(index + 1, start, max(start, length - 1), width, height))
    joined = "\n".join(text)
    if not joined.strip():
        raise Unreadable(
            "Tệp PDF là bản quét (ảnh chụp), không có lớp chữ. Hãy dùng tệp gốc .docx, tệp PDF có chữ, "
            "hoặc nhận dạng chữ (OCR) trước.",
            "pdf",
        )
    require_sound(joined, "pdf")
    if without_text:
        remarks.append(Remark("page", f"Không có lớp chữ ở trang {', '.join(map(str, without_text))}; chưa đọc được."))
    return Source(joined, "pdf", tables=tables.finish(), pages=tuple(pages), remarks=tuple(remarks), boxes=boxes)


def _stamp_remarks(line: Line, final: str, start: int) -> Iterator[Remark]:
    for word in re.findall(r"\d+\w?", line.stamped):
        place = final.find(word)
        span = Span(start + place, start + place + len(word)) if place >= 0 else None
        yield Remark("stamp", f"“{word}” lấy từ dấu điện tử đóng vào chỗ trống, không có trong lớp chữ.", span)


def _read_page(document: pypdfium2.PdfDocument, index: int) -> tuple[list[Line], float, float]:
    page = document[index]
    try:
        width, height = page.get_size()
        # Letterheads stand on first pages; elsewhere stamps are looked at only where a blank waits for one.
        flattened = index == 0 and _flatten(page)
        if flattened:
            page.close()
            page = document[index]
        printed, stamped = read_characters(page, flattened=flattened)
        if not flattened and index and _BLANK.search(printed.text) and _flatten(page):
            page.close()
            page = document[index]
            printed, stamped = read_characters(page, flattened=True)
        grids = find_grids(find_segments(page)) if printed.text else []
    finally:
        page.close()
    lines = printed.lines()
    fill_blanks(lines, stamped.glyphs())
    lines = [line for line in lines if not _is_page_number(line, height)]
    lines = put_into_grids(lines, grids)
    lines = split_columns(lines, width, height, first_page=index == 0)
    indent_first_lines(lines)
    return lines, width, height


def _flatten(page: pypdfium2.PdfPage) -> bool:
    """Draw the appearance of each field and note into the page (in memory); True when there was any."""
    return has_stamps(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS


class _Tables:
    """Collects rows into tables; a table that goes on over a page end stays one."""

    def __init__(self) -> None:
        self._done: list[Table] = []
        self._rows: list[tuple[Cell, ...]] = []
        self._columns = 0
        self._end = 0

    def take(self, line: Line, start: int, *, first_on_page: bool) -> None:
        """Take the next line of the text, which begins at ``start``."""
        goes_on = line.columns == self._columns and (not line.begins or first_on_page)
        if not goes_on:
            self._close()
        if not line.cells:
            return
        self._columns = line.columns
        cells = []
        for cell in line.cells:
            text, _ = cell.tidied()
            cells.append(Cell(text, Span(start, start + len(text))))
            start += len(text) + len(CELL_JOIN)
        self._rows.append(tuple(cells))
        self._end = cells[-1].span.end

    def _close(self) -> None:
        if self._rows:
            self._done.append(Table(tuple(self._rows), Span(self._rows[0][0].span.start, self._end)))
        self._rows, self._columns = [], 0

    def finish(self) -> tuple[Table, ...]:
        self._close()
        return tuple(self._done)


def _is_page_number(line: Line, height: float) -> bool:
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    _, top, _, bottom = line.box
    return bottom < height * 0.09 or top > height * 0.93
