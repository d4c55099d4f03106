"""One door to PDFium: its lock, opening within limits, and pages drawn as pictures."""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Callable
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from vanban.sources.limits import MAX_PAGES, Unreadable

#: PDFium keeps global state: whoever calls it, or holds what it gave, does so under this lock.
#: Reentrant, for the collector may close a forgotten document at any moment.
LOCK = threading.RLock()
#: Points in an inch.
POINTS = 72


def by_address(name: str, *arguments: Any, result: Any = ctypes.c_int) -> Callable[..., int]:
    """A function of PDFium whose first argument, a pointer, is given as a number.

    What is called for every character of a page must not make an object for each pointer: this takes half the time.
    """
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, *arguments)(address)


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


def draw_page(document: pypdfium2.PdfDocument, index: int, scale: float, max_pixels: int) -> Image.Image:
    """A page as shown, with the stamps of its signature fields, in ``scale`` pixels a point and at most ``max_pixels``.

    Under :data:`LOCK`; ``index`` counts from 0; raises :class:`pypdfium2.PdfiumError`.
    """
    page = document[index]
    try:
        # Flattening puts the appearance of each field into the page, in memory.
        if pdfium.FPDFPage_GetAnnotCount(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY):
            page.close()
            page = document[index]
        return _drawn(page, scale, max_pixels)
    finally:
        page.close()


def draw_scan(document: pypdfium2.PdfDocument, index: int, scale: float, max_pixels: int) -> Image.Image:
    """What was scanned of a page, in the scan's own pixels, which are best enlarged with care.

    At most ``scale`` pixels a point and ``max_pixels``. Under :data:`LOCK`; raises :class:`pypdfium2.PdfiumError`.
    """
    page = document[index]
    try:
        finest = 0.0
        for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            left, bottom, right, top = shape.get_bounds()
            if right - left > 0.5 * page.get_width():
                finest = max(finest, max(shape.get_px_size()) / max(right - left, top - bottom))
        return _drawn(page, min(scale, finest) if finest >= 1 else scale, max_pixels)
    finally:
        page.close()


def _drawn(page: pypdfium2.PdfPage, scale: float, max_pixels: int) -> Image.Image:
    width, height = page.get_size()
    scale = min(scale, math.sqrt(max_pixels / max(1.0, width * height)))
    bitmap = page.render(scale=scale, rev_byteorder=True, draw_annots=False, may_draw_forms=False)
    try:
        picture: Image.Image = bitmap.to_pil().convert("RGB")
        return picture
    finally:
        bitmap.close()
