"""Page and box of every span, where the source knows them."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from typing import Any, TypeVar

from vanban.model import Document, Span
from vanban.source import Source

T = TypeVar("T")


def with_places(document: Document, source: Source) -> Document:
    """The document with ``page`` and ``box`` in each span; unchanged when the source has no pages."""
    if not source.pages:
        return document
    starts = [page.start for page in source.pages]

    def locate(span: Span) -> Span:
        page = source.pages[max(0, bisect_right(starts, span.start) - 1)]
        return dataclasses.replace(span, page=page.number, box=_box(source, span.start, min(span.end, page.end)))

    def walk(value: Any) -> Any:
        if isinstance(value, Span):
            return locate(value)
        if isinstance(value, tuple):
            return tuple(walk(item) for item in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            changes = {
                item.name: walk(getattr(value, item.name))
                for item in dataclasses.fields(value)
                if item.init and not isinstance(getattr(value, item.name), (str, int, float, type(None)))
            }
            return dataclasses.replace(value, **changes)
        return value

    placed: Document = walk(document)
    return placed


def _box(source: Source, start: int, end: int) -> tuple[float, float, float, float] | None:
    """The smallest box around the printed characters of ``text[start:end]``."""
    boxes = source.boxes
    quads = [tuple(boxes[4 * index : 4 * index + 4]) for index in range(start, end)]
    some = [quad for quad in quads if any(quad)]
    if not some:
        return None
    x0, y0, x1, y1 = zip(*some, strict=True)
    return round(min(x0), 2), round(min(y0), 2), round(max(x1), 2), round(max(y1), 2)
