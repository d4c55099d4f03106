"""PDF files with a text layer, read with PDFium.

Lines stand as they are printed, wrapped lines as they wrap; page numbers and running heads are left out. Stamped
numbers and days go into their blanks (``stamps``), columns side by side come one after the other (``columns``), and a
table with ruled lines is a table again (``grids``), over page ends too. A page without text is a scan, and one whose
text is damaged is no better: they are read from their pictures, where letters can be recognised (``scan``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2

from vanban.model import Remark
from vanban.source import Source
from vanban.sources.limits import Unreadable, require_text_length
from vanban.sources.paged import PagedText
from vanban.sources.pdfium import LOCK, draw_scan, open_pdf
from vanban.sources.pdfpage import Carried, PdfPage, State, read_page
from vanban.sources.running import without_running
from vanban.sources.scan import Scans, listed
from vanban.sources.stamps import fill_blanks
from vanban.sources.text import DAMAGED, MISREAD

if TYPE_CHECKING:
    from PIL import Image

_SCAN = "Tệp PDF là bản quét (ảnh chụp), không có lớp chữ. Hãy dùng tệp gốc .docx hoặc tệp PDF có chữ."
_BROKEN = "Tệp PDF bị hỏng, không mở được trang nào. Hãy lấy lại tệp."
_NOTHING = "Tệp PDF không có chữ nào."
#: What is said of pages, by what became of them.
_SAID: dict[State, tuple[str, str]] = {
    "empty": ("page", "Không có lớp chữ ở {}; chưa đọc được."),
    "damaged": ("page", "Lớp chữ ở {} bị hỏng mã, không phải tiếng Việt; chưa đọc được."),
    "misread": ("page", "Lớp chữ ở {} do máy nhận dạng sai, không phải tiếng Việt; chưa đọc được."),
    "partly damaged": ("damaged", "Ở {} có dòng chữ bị hỏng mã; các dòng đó không đọc được, hãy xem bản in."),
    "broken": ("page", "Không mở được {}: trang bị hỏng, không đọc được."),
}


def read_pdf(data: bytes, scans: Scans) -> Source:
    """Read the bytes of a PDF, what ``scans`` makes of pages without sound text too; raises :class:`Unreadable`."""
    with LOCK:
        document = open_pdf(data)
    try:
        with LOCK:
            carried = Carried()
            pages = _read_pages(read_page(document, index, carried) for index in range(len(document)))
        for page in pages:
            if page.state in ("empty", "damaged", "misread"):
                _recognise(page, document, data, scans)
    finally:
        with LOCK:
            document.close()
    for page, lines in zip(pages, without_running([(page.lines, page.height) for page in pages]), strict=True):
        page.lines = lines
    return _source(pages, scans)


def _read_pages(pages: Iterable[PdfPage]) -> list[PdfPage]:
    read, length = [], 0
    for page in pages:
        read.append(page)
        length += sum(len(line.text) for line in page.lines)
        require_text_length(length, "pdf")
    return read


def _recognise(page: PdfPage, document: pypdfium2.PdfDocument, data: bytes, scans: Scans) -> None:
    """Read a page from its picture; the lock is not held while letters are recognised."""

    def draw(scale: float, most: int) -> Image.Image:
        with LOCK:
            # Stamps whose text is known go into their blanks by that; the first reading has drawn them into the page.
            fresh = open_pdf(data) if page.stamps else document
            try:
                return draw_scan(fresh, page.number - 1, scale, most)
            finally:
                if fresh is not document:
                    fresh.close()

    try:
        scanned = scans.read(draw, page.width, page.height, page.number)
    except pypdfium2.PdfiumError:
        page.state = "broken"
        return
    if scanned is not None and scanned.lines:
        page.lines, page.recognised = scanned.lines, True
        fill_blanks(page.lines, page.stamps)
    elif scanned is not None and page.state == "empty":
        page.state = "blank"


def _source(read: list[PdfPage], scans: Scans) -> Source:
    built = PagedText("pdf")
    for page in read:
        built.add(page.number, page.lines, page.width, page.height, recognised=page.recognised)
    built.remarks += [*_page_remarks(read, scans), *scans.remarks()]
    if built.empty:
        raise Unreadable(f"{_nothing({page.state for page in read})} {scans.why}".strip(), "pdf")
    seals = tuple(seal for page in read for seal in page.seals)
    return replace(built.source(), seals=seals, handwriting=tuple(scans.handwriting))


def _nothing(states: set[State]) -> str:
    """Why nothing at all was read, for a person."""
    told: tuple[tuple[State, str], ...] = (
        ("misread", MISREAD), ("damaged", DAMAGED), ("empty", _SCAN), ("blank", _NOTHING),
    )  # fmt: skip
    return next((said for state, said in told if state in states), _BROKEN)


def _page_remarks(read: list[PdfPage], scans: Scans) -> Iterator[Remark]:
    for state, (kind, message) in _SAID.items():
        if numbers := [page.number for page in read if page.state == state and not page.recognised]:
            why = scans.why if state in ("empty", "damaged", "misread") else ""
            yield Remark(kind, f"{message.format(f'trang {listed(numbers)}')} {why}".strip())
    if numbers := [page.number for page in read if page.recognised and page.state != "empty"]:
        yield Remark("damaged", f"Lớp chữ ở trang {listed(numbers)} bị hỏng; đã nhận dạng lại từ hình trang.")
    for page in read:
        for figure in page.replaced:
            yield Remark("stamp", f"“{figure}” in sẵn ở trang {page.number} bị dấu điện tử đóng đè; đã lấy số của dấu.")
    if any(page.legacy for page in read):
        yield Remark("encoding", "Tệp dùng phông chữ cũ (TCVN3 hoặc VNI); đã đổi sang Unicode.")
