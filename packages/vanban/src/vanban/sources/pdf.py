"""PDF files with a text layer, read with PDFium.

Lines stand as they are printed, wrapped lines as they wrap; page numbers in the margins are left out. Stamped numbers
and days go into their blanks (``stamps``), columns side by side come one after the other (``columns``), and a table
with ruled lines is a table again (``grids``), over page ends too. A page without text, or whose text is broken, is
read from its picture where letters can be recognised (``scan``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.model import Remark
from vanban.source import Source
from vanban.sources.columns import indent_first_lines, split_columns
from vanban.sources.damage import damaged
from vanban.sources.glyphs import Glyph, Line
from vanban.sources.grids import find_grids, put_into_grids
from vanban.sources.limits import Unreadable
from vanban.sources.paged import PagedText
from vanban.sources.pdfium import LOCK, draw_scan, open_pdf
from vanban.sources.pdfrules import find_segments
from vanban.sources.pdftext import has_stamps, read_characters
from vanban.sources.scan import Scans
from vanban.sources.stamps import fill_blanks
from vanban.sources.text import require_sound, tidy

if TYPE_CHECKING:
    from PIL import Image

    from vanban.sources.scan.page import ScannedPage

_PAGE_NUMBER = re.compile(r"\s*-?\s*\d{1,4}\s*-?\s*")
#: Where a number or a day of a letterhead is left blank, for a stamp to fill.
_BLANK = re.compile(r"\bsố\s*:?\s*[/-]|\bngày\s*(?:tháng|\d)|\btháng\s*năm", re.IGNORECASE)


def read_pdf(data: bytes, scans: Scans) -> Source:
    """Read the bytes of a PDF, what ``scans`` can make of its scanned pages too; raises :class:`Unreadable`."""
    with LOCK:
        document = open_pdf(data)
    try:
        return _read_pages(document, scans)
    finally:
        with LOCK:
            document.close()


def _read_pages(document: pypdfium2.PdfDocument, scans: Scans) -> Source:
    built = PagedText("pdf")
    for index in range(len(document)):
        try:
            with LOCK:
                lines, stamped, width, height = _read_page(document, index)
            scanned = None
            spoilt = _spoilt(lines)
            if spoilt or not any(line.printed for line in lines):
                scanned = _recognised(document, index, scans)
        except pypdfium2.PdfiumError:
            built.remarks.append(Remark("page", f"Trang {index + 1} bị hỏng, không đọc được."))
            continue
        if scanned is not None and scanned.lines:
            lines = scanned.lines
            fill_blanks(lines, stamped)
            if spoilt:
                message = f"Lớp chữ của trang {index + 1} hỏng mã; đã đọc lại từ hình trang."
                built.remarks.append(Remark("damage", message))
        built.add(index + 1, lines, width, height, recognised=scanned is not None)
    if built.empty:
        raise Unreadable(scans.missing or "Tệp PDF không có chữ nào.", "pdf")
    source = built.source()
    require_sound(source.text, "pdf")
    return replace(source, remarks=(*source.remarks, *scans.remarks()), handwriting=tuple(scans.handwriting))


def _spoilt(lines: list[Line]) -> bool:
    """Did a wrong font map make these letters? What only wants tidying is sound."""
    text = "\n".join(line.text for line in lines)
    return damaged(text) and damaged(tidy(text))


def _recognised(document: pypdfium2.PdfDocument, index: int, scans: Scans) -> ScannedPage | None:
    """What stands in the picture of a page; the lock is not held while letters are recognised."""

    def draw(scale: float, most: int) -> Image.Image:
        with LOCK:
            page = document[index]
            try:
                return draw_scan(page, scale, most)
            finally:
                page.close()

    with LOCK:
        page = document[index]
        blank = pdfium.FPDFPage_CountObjects(page) == 0
        width, height = page.get_size()
        page.close()
    return None if blank else scans.read(draw, width, height, index + 1)


def _read_page(document: pypdfium2.PdfDocument, index: int) -> tuple[list[Line], list[Glyph], float, float]:
    """Lines, the characters of stamps, width and height in points."""
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
    stamps = stamped.glyphs()
    fill_blanks(lines, stamps)
    lines = [line for line in lines if not _is_page_number(line, height)]
    lines = put_into_grids(lines, grids)
    lines = split_columns(lines, width, height, first_page=index == 0)
    indent_first_lines(lines)
    return lines, stamps, width, height


def _flatten(page: pypdfium2.PdfPage) -> bool:
    """Draw the appearance of each field and note into the page (in memory); True when there was any."""
    return has_stamps(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS


def _is_page_number(line: Line, height: float) -> bool:
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    _, top, _, bottom = line.box
    return bottom < height * 0.09 or top > height * 0.93
