"""Pictures of a file's pages, drawn when asked for and kept nowhere: what is erased leaves no picture behind."""

import vanban

from lienthong.registry.models import DocumentFile

#: Pages of one file that the review screen shows; a longer file is opened by itself.
MAX_SHOWN = 200
#: Pixels across a page, enough to read it at twice its size on a small screen.
_WIDTH = 1240


def page_sizes_of(data: bytes) -> list[tuple[float, float]]:
    """Width and height in points of every page that can be drawn; none for what has no pages or cannot be opened."""
    try:
        return [(round(width, 2), round(height, 2)) for width, height in vanban.page_sizes(data)]
    except vanban.Unreadable:
        return []


def page_picture(file: DocumentFile, number: int) -> bytes | None:
    """Page ``number`` (from 1) as a JPEG; None when there is no such page, it cannot be drawn, or nobody knows yet
    whether the file bears a secrecy mark.
    """
    if not file.is_read or not 1 <= number <= len(file.page_sizes):
        return None
    try:
        with file.stored.open("rb") as stored:
            page = next(iter(vanban.page_images(stored.read(), [number], width=_WIDTH)), None)
    except (vanban.Unreadable, FileNotFoundError):
        return None
    return page.jpeg if page else None
