"""Pictures of the pages of a file, for a screen that shows where a value stands."""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from vanban.sources.images import image_kind, open_pictures, sheet_size
from vanban.sources.limits import MAX_BYTES, TOO_LARGE, Unreadable
from vanban.sources.pdfium import LOCK, draw_page, open_pdf

#: Pixels of one drawn page; at 1240 pixels wide an A4 page has 2.2 million.
_MAX_PIXELS = 12_000_000
_MAX_WIDTH = 4_000


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture. ``number`` counts from 1; ``width`` and ``height`` are the page's size in points, which the
    boxes of :class:`~vanban.model.Span` are measured in.
    """

    number: int
    width: float
    height: float
    picture: Image.Image

    @property
    def png(self) -> bytes:
        """The picture as it is; a scanned page takes a second and megabytes."""
        return _encoded(self.picture, "PNG")

    @property
    def jpeg(self) -> bytes:
        """The picture for a screen: some hundred kilobytes."""
        return _encoded(self.picture, "JPEG")


def page_images(
    source: str | os.PathLike[str] | bytes, pages: Collection[int] | None = None, *, width: int = 1240
) -> Iterator[PageImage]:
    """The pages of a PDF or a picture file as pictures ``width`` pixels wide, one after the other.

    ``pages`` names those wanted, from 1 (all when None; numbers that are not there are passed over). A page of a PDF
    that cannot be drawn is left out. A file that has no pages to draw (.docx, text) gives none. Raises
    :class:`Unreadable`, whose ``message`` is a Vietnamese sentence, for what is broken, locked or too large;
    :class:`FileNotFoundError` for a missing file; :class:`ValueError` for a width outside 16 … 4000.
    """
    if not 16 <= width <= _MAX_WIDTH:
        raise ValueError(f"width must lie between 16 and {_MAX_WIDTH}, not {width}")
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    if len(data) > MAX_BYTES:
        raise Unreadable(TOO_LARGE)
    if b"%PDF-" in data[:1024]:
        yield from _of_pdf(data, pages, width)
    elif image_kind(data):
        yield from _of_pictures(data, pages, width)


def page_sizes(source: str | os.PathLike[str] | bytes) -> tuple[tuple[float, float], ...]:
    """Width and height in points of every page that :func:`page_images` would draw, without drawing; errors alike."""
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    if len(data) > MAX_BYTES:
        raise Unreadable(TOO_LARGE)
    if b"%PDF-" in data[:1024]:
        with LOCK:
            document = open_pdf(data)
            try:
                return tuple(document.get_page_size(index) for index in range(len(document)))
            finally:
                document.close()
    return tuple(sheet_size(picture) for picture in open_pictures(data)) if image_kind(data) else ()


def _of_pdf(data: bytes, pages: Collection[int] | None, width: int) -> Iterator[PageImage]:
    with LOCK:
        document = open_pdf(data)
    try:
        for number in range(1, len(document) + 1):
            if pages is not None and number not in pages:
                continue
            try:
                # The lock is not held while the caller works on a page.
                with LOCK:
                    size = document.get_page_size(number - 1)
                    picture = draw_page(document, number - 1, width / max(1.0, size[0]), _MAX_PIXELS)
            except pypdfium2.PdfiumError:
                continue
            yield PageImage(number, size[0], size[1], picture)
    finally:
        with LOCK:
            document.close()


def _of_pictures(data: bytes, pages: Collection[int] | None, width: int) -> Iterator[PageImage]:
    for number, picture in enumerate(open_pictures(data), 1):
        if pages is not None and number not in pages:
            continue
        size = sheet_size(picture)
        height = max(1, min(round(width * picture.height / picture.width), _MAX_PIXELS // width))
        drawn = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
        yield PageImage(number, size[0], size[1], drawn)


def _encoded(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, quality=82)
    return out.getvalue()
