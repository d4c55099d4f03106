"""Where a signature is shown: the page of its field and the box on it."""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from vanban.sources.glyphs import Box
from vanban.sources.limits import MAX_PAGES


class Appearances:
    """Finds pages by the fields on them. The pages are walked once, each object once, so a tree that runs in a
    circle ends."""

    def __init__(self, reader: PdfFileReader) -> None:
        self._pages: dict[generic.Reference, tuple[int, generic.DictionaryObject]] = {}
        self._of_widget: dict[generic.Reference, generic.Reference] = {}
        self._walk(reader)

    def find(self, field: generic.DictionaryObject) -> tuple[int | None, Box | None]:
        """Page, from 1, and box in points from its upper left corner; None and None for what is not shown."""
        try:
            widget = field["/Kids"][0] if "/Kids" in field else field
            page = self._pages.get(widget.raw_get("/P").reference) if "/P" in widget else None
            x0, y0, x1, y1 = (float(side) for side in widget["/Rect"])
            if page is None or x0 == x1 or y0 == y1:
                return None, None
            x0, y0, x1, y1 = _shown((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), page[1])
            return page[0], (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))
        except (KeyError, ValueError, TypeError, AttributeError, IndexError):
            return None, None

    def _walk(self, reader: PdfFileReader) -> None:
        seen: set[generic.Reference] = set()
        waiting = [reader.root.raw_get("/Pages")]
        while waiting and len(self._pages) < MAX_PAGES:
            node = waiting.pop()
            if not isinstance(node, generic.IndirectObject) or node.reference in seen:
                continue
            seen.add(node.reference)
            page: generic.PdfObject = node.get_object()  # type: ignore[no-untyped-call]
            if not isinstance(page, generic.DictionaryObject):
                continue
            if "/Kids" in page:
                waiting.extend(reversed(page["/Kids"]))
            else:
                self._pages[node.reference] = (len(self._pages) + 1, page)


def _shown(box: Box, page: generic.DictionaryObject) -> Box:
    """A box of the page's own space in points from the upper left corner of the page as shown."""
    left, bottom, right, top = (float(side) for side in _inherited(page, "/CropBox") or _inherited(page, "/MediaBox"))
    x0, y0, x1, y1 = box
    turned = int(_inherited(page, "/Rotate") or 0) % 360
    if turned == 90:
        return y0 - bottom, x0 - left, y1 - bottom, x1 - left
    if turned == 180:
        return right - x1, y0 - bottom, right - x0, y1 - bottom
    if turned == 270:
        return top - y1, right - x1, top - y0, right - x0
    return x0 - left, top - y1, x1 - left, top - y0


def _inherited(page: generic.DictionaryObject, key: str) -> Any:
    for _ in range(50):
        if key in page:
            return page[key]
        if "/Parent" not in page:
            break
        page = page["/Parent"]
    return None
