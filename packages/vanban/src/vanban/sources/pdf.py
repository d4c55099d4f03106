"""PDF files with a text layer, read with PDFium.

Lines stand as they are printed, wrapped lines as they wrap; page numbers in the margins are left out. Stamped numbers
and days go into their blanks (``stamps``), columns side by side come one after the other (``columns``), and a table
with ruled lines is a table again (``grids``), over page ends too. A page without text is a scan, and there is nothing
to read in it without character recognition.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.model import Remark, Span
from vanban.source import Cell, Page, Source, Table
from vanban.sources.building import CELL_JOIN
from vanban.sources.columns import indent_first_lines, split_columns
from vanban.sources.glyphs import NOWHERE, Box, Glyph, Line
from vanban.sources.grids import find_grids, put_into_grids
from vanban.sources.limits import Unreadable, require_text_length
from vanban.sources.pdfium import LOCK, open_pdf
from vanban.sources.stamps import fill_blanks
from vanban.sources.text import require_sound

_PAGE_NUMBER = re.compile(r"\s*-?\s*\d{1,4}\s*-?\s*")
_HYPHEN = ("\x02", "\ufffe")
#: A drawing of so many strokes is a map or a chart and no table.
_MAX_STROKES = 20_000
#: A filled box not wider than this, in points, is a line.
_THIN = 3.0

View = Callable[[float, float], tuple[float, float]]


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
            for box in (*places, NOWHERE):
                boxes.extend(box)
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
    stamp = "".join(glyph.char for glyph in line.glyphs if glyph.stamped)
    for word in re.findall(r"\d+\w?", stamp) if stamp else ():
        place = final.find(word)
        span = Span(start + place, start + place + len(word)) if place >= 0 else None
        yield Remark("stamp", f"“{word}” lấy từ dấu điện tử đóng vào chỗ trống, không có trong lớp chữ.", span)


def _read_page(document: pypdfium2.PdfDocument, index: int) -> tuple[list[Line], float, float]:
    page = document[index]
    try:
        width, height = page.get_size()
        view = _view(page)
        glyphs = _glyphs(page, view)
        grids = find_grids(_segments(page, view)) if glyphs else []
        stamped: list[Glyph] = []
        # Flattening draws the appearance of each signature field into the page (in memory), after its own text.
        if (
            glyphs
            and pdfium.FPDFPage_GetAnnotCount(page)
            and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
        ):
            page.close()
            page = document[index]
            together = _glyphs(page, view)
            if together[: len(glyphs)] == glyphs:
                stamped = together[len(glyphs) :]
    finally:
        page.close()
    lines = _lines(glyphs)
    fill_blanks(lines, stamped)
    lines = [line for line in lines if not _is_page_number(line, height)]
    lines = put_into_grids(lines, grids)
    lines = split_columns(lines, width, height, first_page=index == 0)
    indent_first_lines(lines)
    return lines, width, height


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


def _view(page: pypdfium2.PdfPage) -> View:
    """What turns a point of the page's own space into points from the upper left corner of the page as shown."""
    left, bottom, right, top = page.get_cropbox()
    views: dict[int, View] = {
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return views.get(page.get_rotation(), lambda x, y: (x - left, top - y))


def _glyphs(page: pypdfium2.PdfPage, view: View) -> list[Glyph]:
    """Every character of a page in the order of its content, blanks and line ends made up by PDFium included."""
    textpage = page.get_textpage()
    try:
        box, raw = pdfium.FS_RECTF(), textpage.raw
        glyphs = []
        for index in range(textpage.count_chars()):
            code = pdfium.FPDFText_GetUnicode(raw, index)
            if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
                continue
            char = chr(code)
            if char in _HYPHEN:
                char = "-"
            place = NOWHERE
            if not pdfium.FPDFText_IsGenerated(raw, index) and pdfium.FPDFText_GetLooseCharBox(raw, index, box):
                (x0, y0), (x1, y1) = view(box.left, box.top), view(box.right, box.bottom)
                place = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            glyphs.append(Glyph(char, place))
        return glyphs
    finally:
        textpage.close()


def _lines(glyphs: list[Glyph]) -> list[Line]:
    lines = [Line()]
    for glyph in glyphs:
        if glyph.char == "\n":
            lines.append(Line())
        elif glyph.char != "\r":
            lines[-1].glyphs.append(glyph)
    return lines


def _is_page_number(line: Line, height: float) -> bool:
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    _, top, _, bottom = line.box
    return bottom < height * 0.09 or top > height * 0.93


def _segments(page: pypdfium2.PdfPage, view: View) -> list[Box]:
    """The straight lines drawn on a page: strokes, and filled boxes as thin as a line."""
    found: list[Box] = []
    drawn = 0
    matrix, mode, stroke = pdfium.FS_MATRIX(), c_int(), c_int()
    x, y = c_float(), c_float()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        pdfium.FPDFPageObj_GetMatrix(shape, byref(matrix))
        pdfium.FPDFPath_GetDrawMode(shape, byref(mode), byref(stroke))
        points: list[tuple[float, float]] = []
        count = pdfium.FPDFPath_CountSegments(shape)
        drawn += max(1, count)
        if drawn > _MAX_STROKES:
            return []
        for number in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(shape, number)
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                found += _lines_of(points, bool(stroke.value))
                points = []
            points.append(
                view(
                    matrix.a * x.value + matrix.c * y.value + matrix.e,
                    matrix.b * x.value + matrix.d * y.value + matrix.f,
                )
            )
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        found += _lines_of(points, bool(stroke.value))
    return found


def _lines_of(points: list[tuple[float, float]], stroked: bool) -> list[Box]:
    if len(points) < 2:
        return []
    if stroked:
        return [(*start, *end) for start, end in pairwise(points)]
    x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
    y0, y1 = min(y for _, y in points), max(y for _, y in points)
    if y1 - y0 <= _THIN:
        return [(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)]
    return [((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)] if x1 - x0 <= _THIN else []
