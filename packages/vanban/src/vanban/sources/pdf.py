"""PDF files with a text layer, read with PDFium.

Lines stand as they are printed, wrapped lines as they wrap; page numbers in the margins are left out. Stamped numbers
and days go into their blanks (``stamps``), columns side by side come one after the other (``columns``). A page without
text is a scan, and there is nothing to read in it without character recognition.
"""

from __future__ import annotations

import re
import threading
from array import array
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.model import Remark, Span
from vanban.source import Page, Source
from vanban.sources.columns import split_columns
from vanban.sources.glyphs import NOWHERE, Box, Glyph, Line
from vanban.sources.limits import MAX_PAGES, Unreadable, require_text_length
from vanban.sources.stamps import fill_blanks
from vanban.sources.text import require_sound

# PDFium keeps global state and must not be entered by two threads.
_LOCK = threading.Lock()
_PAGE_NUMBER = re.compile(r"\s*-?\s*\d{1,4}\s*-?\s*")
_HYPHEN = ("\x02", "\ufffe")


def read_pdf(data: bytes) -> Source:
    """Read the bytes of a PDF; raises :class:`Unreadable`."""
    with _LOCK:
        return _read(data)


def _read(data: bytes) -> Source:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("Tệp PDF được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.", "pdf") from error
        raise Unreadable("Tệp PDF bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp.", "pdf") from error
    try:
        if len(document) == 0:
            raise Unreadable("Tệp PDF bị hỏng, không có trang nào. Hãy lấy lại tệp.", "pdf")
        if len(document) > MAX_PAGES:
            raise Unreadable(f"Tệp PDF có {len(document)} trang, vượt giới hạn {MAX_PAGES} trang.", "pdf")
        return _read_pages(document)
    finally:
        document.close()


def _read_pages(document: pypdfium2.PdfDocument) -> Source:
    text: list[str] = []
    boxes = array("f")
    pages: list[Page] = []
    remarks: list[Remark] = []
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
        for line in lines:
            final, places = line.tidied()
            remarks.extend(_stamp_remarks(line, final, length))
            text.append(final)
            length += len(final) + 1
            for place in (*places, NOWHERE):
                boxes.extend(place)
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
    return Source(joined, "pdf", pages=tuple(pages), remarks=tuple(remarks), boxes=boxes)


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
        glyphs = _glyphs(page)
        stamped: list[Glyph] = []
        # Flattening draws the appearance of each signature field into the page (in memory), after its own text.
        if (
            glyphs
            and pdfium.FPDFPage_GetAnnotCount(page)
            and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
        ):
            page.close()
            page = document[index]
            together = _glyphs(page)
            if together[: len(glyphs)] == glyphs:
                stamped = together[len(glyphs) :]
    finally:
        page.close()
    lines = _lines(glyphs)
    fill_blanks(lines, stamped)
    lines = [line for line in lines if not _is_page_number(line, height)]
    return split_columns(lines, width, height, first_page=index == 0), width, height


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Every character of a page in the order of its content, blanks and line ends made up by PDFium included."""
    textpage = page.get_textpage()
    try:
        left, bottom, right, top = page.get_cropbox()
        rotation = page.get_rotation()
        box = pdfium.FS_RECTF()
        glyphs = []
        for index in range(textpage.count_chars()):
            code = pdfium.FPDFText_GetUnicode(textpage, index)
            if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
                continue
            char = chr(code)
            if char in _HYPHEN:
                char = "-"
            place: Box = NOWHERE
            if not pdfium.FPDFText_IsGenerated(textpage, index) and pdfium.FPDFText_GetLooseCharBox(
                textpage, index, box
            ):
                if rotation == 90:
                    place = (box.bottom - bottom, box.left - left, box.top - bottom, box.right - left)
                elif rotation == 180:
                    place = (right - box.right, box.bottom - bottom, right - box.left, box.top - bottom)
                elif rotation == 270:
                    place = (top - box.top, right - box.right, top - box.bottom, right - box.left)
                else:
                    place = (box.left - left, top - box.top, box.right - left, top - box.bottom)
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
