"""One door to PDFium: its lock, opening within limits, and pages drawn as pictures."""

from __future__ import annotations

import math
import threading

import pypdfium2
from PIL import Image

from vanban.sources.limits import MAX_PAGES, Unreadable

#: PDFium keeps global state: whoever calls it, or holds what it gave, does so under this lock.
#: Reentrant, for the collector may close a forgotten document at any moment.
LOCK = threading.RLock()
#: Points in an inch.
POINTS = 72


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """Open the bytes of a PDF, under :data:`LOCK`; the caller closes it. Raises :class:`Unreadable`."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("Tệp PDF được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.", "pdf") from error
        raise Unreadable("Tệp PDF bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp.", "pdf") from error
    problem = None
    if len(document) == 0:
        problem = "Tệp PDF bị hỏng, không có trang nào. Hãy lấy lại tệp."
    elif len(document) > MAX_PAGES:
        problem = f"Tệp PDF có {len(document)} trang, vượt giới hạn {MAX_PAGES} trang."
    if problem:
        document.close()
        raise Unreadable(problem, "pdf")
    return document


def draw_page(page: pypdfium2.PdfPage, scale: float, max_pixels: int) -> Image.Image:
    """The page as shown, stamps of signature fields included, in ``scale`` pixels a point and at most ``max_pixels``.

    Under :data:`LOCK`; raises :class:`pypdfium2.PdfiumError`.
    """
    width, height = page.get_size()
    scale = min(scale, math.sqrt(max_pixels / max(1.0, width * height)))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        picture: Image.Image = bitmap.to_pil().convert("RGB")
        return picture
    finally:
        bitmap.close()
