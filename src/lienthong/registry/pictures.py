"""Pictures of a file's pages, drawn when asked for and kept nowhere: what is erased leaves no picture behind."""

from collections.abc import Sequence

import vanban
from PIL import Image

from lienthong.registry.models import DocumentFile

#: Pages of one file that the review screen shows; a longer file is opened by itself.
MAX_SHOWN = 200
#: Pixels across a page, enough to read it at twice its size on a small screen; and across one of which a part is cut.
_WIDTH, _FINE_WIDTH = 1240, 2000
#: Around a place that is cut out, in points, so that it is seen where it stands.
_MARGIN = 12


def page_sizes_of(data: bytes) -> list[tuple[float, float]]:
    """Width and height in points of every page that can be drawn; none for what has no pages or cannot be opened."""
    try:
        return [(round(width, 2), round(height, 2)) for width, height in vanban.page_sizes(data)]
    except vanban.Unreadable:
        return []


def page_picture(file: DocumentFile, number: int) -> bytes | None:
    """Page ``number`` (from 1) as a JPEG; None when there is no such page or it cannot be drawn."""
    page = _page(file, number, _WIDTH)
    return page.jpeg if page else None


def cut_picture(file: DocumentFile, number: int, box: Sequence[float]) -> bytes | None:
    """What stands in ``box`` (x0, y0, x1, y1 in points) of page ``number``, with a margin, as a JPEG."""
    page = _page(file, number, _FINE_WIDTH)
    if page is None:
        return None
    scale = page.picture.width / page.width
    x0, y0, x1, y1 = box
    left, top = max(0, int((x0 - _MARGIN) * scale)), max(0, int((y0 - _MARGIN) * scale))
    right, bottom = int((x1 + _MARGIN) * scale), int((y1 + _MARGIN) * scale)
    part: Image.Image = page.picture.crop((left, top, min(right, page.picture.width), min(bottom, page.picture.height)))
    return vanban.PageImage(number, part.width, part.height, part).jpeg


def _page(file: DocumentFile, number: int, width: int) -> vanban.PageImage | None:
    if not file.is_read or not 1 <= number <= len(file.page_sizes):
        return None
    try:
        with file.stored.open("rb") as stored:
            return next(iter(vanban.page_images(stored.read(), [number], width=width)), None)
    except (vanban.Unreadable, FileNotFoundError):
        return None
