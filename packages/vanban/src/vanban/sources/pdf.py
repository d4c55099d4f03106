"""PDF files with a text layer, read with PDFium.

Lines stand as they are printed, wrapped lines as they wrap; page numbers and running heads are left out. Stamped
numbers and days go into their blanks (``stamps``), columns side by side come one after the other (``columns``), and a
table with ruled lines is a table again (``grids``), over page ends too. A page without text is a scan, and one whose
text is damaged is no better: there is nothing to read in it without character recognition.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator

from vanban.model import Remark, Span
from vanban.source import Page, Source
from vanban.sources.glyphs import NOWHERE, Line
from vanban.sources.limits import Unreadable, require_text_length
from vanban.sources.pdfium import LOCK, open_pdf
from vanban.sources.pdfpage import Carried, PdfPage, State, read_page
from vanban.sources.pdftables import Tables
from vanban.sources.running import without_running
from vanban.sources.text import DAMAGED, MISREAD

_SCAN = (
    "Tệp PDF là bản quét (ảnh chụp), không có lớp chữ. Hãy dùng tệp gốc .docx, tệp PDF có chữ, "
    "hoặc nhận dạng chữ (OCR) trước."
)
_BROKEN = "Tệp PDF bị hỏng, không mở được trang nào. Hãy lấy lại tệp."
#: What is said of pages, by what became of them.
_SAID: dict[State, tuple[str, str]] = {
    "empty": ("page", "Không có lớp chữ ở {}; chưa đọc được."),
    "damaged": ("page", "Lớp chữ ở {} bị hỏng mã, không phải tiếng Việt; chưa đọc được."),
    "misread": ("page", "Lớp chữ ở {} do máy nhận dạng sai, không phải tiếng Việt; chưa đọc được."),
    "partly damaged": ("damaged", "Ở {} có dòng chữ bị hỏng mã; các dòng đó không đọc được, hãy xem bản in."),
    "broken": ("page", "Không mở được {}: trang bị hỏng, không đọc được."),
}


def read_pdf(data: bytes) -> Source:
    """Read the bytes of a PDF; raises :class:`Unreadable`."""
    with LOCK:
        document = open_pdf(data)
        carried = Carried()
        try:
            pages = _read_pages(read_page(document, index, carried) for index in range(len(document)))
        finally:
            document.close()
    return _source(pages)


def _read_pages(pages: Iterable[PdfPage]) -> list[PdfPage]:
    read, length = [], 0
    for page in pages:
        read.append(page)
        length += sum(len(line.text) for line in page.lines)
        require_text_length(length, "pdf")
    for page, lines in zip(read, without_running([(page.lines, page.height) for page in read]), strict=True):
        page.lines = lines
    return read


def _source(read: list[PdfPage]) -> Source:
    text: list[str] = []
    boxes = array("f")
    pages: list[Page] = []
    remarks: list[Remark] = []
    tables = Tables()
    length = 0
    for page in read:
        start = length
        for place, line in enumerate(page.lines):
            final, places = line.tidied()
            remarks.extend(_stamp_remarks(line, final, length))
            tables.take(line, length, first_on_page=place == 0)
            text.append(final)
            length += len(final) + 1
            boxes.extend(places)
            boxes.extend(NOWHERE)
        pages.append(Page(page.number, start, max(start, length - 1), page.width, page.height))
    joined = "\n".join(text)
    if not joined.strip():
        raise Unreadable(_nothing({page.state for page in read}), "pdf")
    return Source(
        joined,
        "pdf",
        tables=tables.finish(),
        pages=tuple(pages),
        remarks=(*remarks, *_page_remarks(read)),
        seals=tuple(seal for page in read for seal in page.seals),
        boxes=boxes,
    )


def _nothing(states: set[State]) -> str:
    """Why nothing at all was read, for a person."""
    if "misread" in states:
        return MISREAD
    if "damaged" in states:
        return DAMAGED
    return _BROKEN if states == {"broken"} else _SCAN


def _page_remarks(read: list[PdfPage]) -> Iterator[Remark]:
    for state, (kind, message) in _SAID.items():
        if numbers := [str(page.number) for page in read if page.state == state]:
            yield Remark(kind, message.format(f"trang {', '.join(numbers)}"))
    for page in read:
        for figure in page.replaced:
            yield Remark("stamp", f"“{figure}” in sẵn ở trang {page.number} bị dấu điện tử đóng đè; đã lấy số của dấu.")
    if any(page.legacy for page in read):
        yield Remark("encoding", "Tệp dùng phông chữ cũ (TCVN3 hoặc VNI); đã đổi sang Unicode.")


def _stamp_remarks(line: Line, final: str, start: int) -> Iterator[Remark]:
    for word in re.findall(r"\d+\w?", line.stamped):
        place = final.find(word)
        span = Span(start + place, start + place + len(word)) if place >= 0 else None
        yield Remark("stamp", f"“{word}” lấy từ dấu điện tử đóng trên trang, không có trong lớp chữ.", span)
