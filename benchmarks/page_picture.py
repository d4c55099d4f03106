"""How long a page takes until the review screen has it, and PDFium alone for the same pixels."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pypdfium2
import vanban
from PIL import Image

from benchmarks import Row, seconds

_TEXT = Path(__file__).parent.parent / "samples" / "04-ke-hoach-xa.pdf"
_WIDTH = 1240


def measure() -> Iterable[Row]:
    for name, data in {"text": _TEXT.read_bytes(), "scan": _scan()}.items():
        ours, alone = seconds(partial(_ours, data), partial(_alone, data))
        yield Row(f"page-picture, {name}", ours * 1000, "ms/page", alone * 1000)


def _ours(data: bytes) -> bytes:
    return next(iter(vanban.page_images(data, [1], width=_WIDTH))).jpeg


def _alone(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        picture: Image.Image = page.render(scale=_WIDTH / page.get_size()[0]).to_pil()
        return picture


def _scan() -> bytes:
    """A page as a scanner gives it: 300 dots an inch, grained."""
    page, out = Image.effect_noise((2480, 3508), 40).convert("RGB"), io.BytesIO()
    page.save(out, "PDF", quality=85, resolution=300)
    return out.getvalue()
