"""Page and box of every span, and how surely its letters were recognised, where the source knows them."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from typing import Any, TypeVar

from vanban.model import Document, Span, Value
from vanban.source import Source

T = TypeVar("T")

#: A value that was found is never of no confidence at all.
_LEAST = 0.05


def with_places(document: Document, source: Source) -> Document:
    """The document with ``page`` and ``box`` in each span; unchanged when the source has no pages.

    Where letters were recognised in a picture, a value is no surer than they are.
    """
    if not source.pages:
        return document
    starts = [page.start for page in source.pages]
    ends = [word.end for word in source.words]

    def locate(span: Span) -> Span:
        page = source.pages[max(0, bisect_right(starts, span.start) - 1)]
        return dataclasses.replace(span, page=page.number, box=_box(source, span.start, min(span.end, page.end)))

    def sureness(span: Span) -> float:
        first = bisect_right(ends, span.start)
        sure = [
            word.confidence for word in source.words[first : bisect_left(ends, span.end) + 1] if word.start < span.end
        ]
        # One word badly recognised spoils a value, but less so a long one.
        return (min(sure) + sum(sure) / len(sure)) / 2 if sure else 1.0

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
            if ends and isinstance(value, Value) and value.span is not None:
                changes["confidence"] = max(_LEAST, value.confidence * sureness(value.span))
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
