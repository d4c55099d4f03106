"""What stands on every page and belongs to none: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vanban.sources.glyphs import Line

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–]\s*)?(?:trang(?:\s*số)?\s*:?\s*)?\d{1,4}(?:\s*(?:/|trên|trong)\s*\d{1,4})?(?:\s*[-–])?\s*",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
#: Parts of a page's height that are its margins.
_TOP, _BOTTOM = 0.09, 0.93
#: A line is running when it stands in the margin of so many pages, and of so many of all.
_FEWEST, _SHARE = 3, 0.6


def is_page_number(text: str) -> bool:
    """True for a line that holds nothing else ("2", "- 2 -", "Trang 2/5")."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def without_running(pages: list[tuple[list[Line], float]]) -> list[list[Line]]:
    """The lines of each page without page numbers and without what stands at the same place of most pages.

    ``pages`` are lines and height in points of each page.
    """
    margins = [[(line, _key(line, height)) for line in _margins(lines, height)] for lines, height in pages]
    seen = Counter(key for margin in margins for key in {key for _, key in margin})
    running = {key for key, count in seen.items() if count >= _FEWEST and count >= _SHARE * len(pages)}
    kept = []
    for (lines, _), margin in zip(pages, margins, strict=True):
        out = {id(line) for line, key in margin if is_page_number(line.text) or key in running}
        kept.append([line for line in lines if id(line) not in out] if out else lines)
    return kept


def _margins(lines: list[Line], height: float) -> Iterator[Line]:
    for line in lines:
        if line.printed and not line.cells and (line.box[3] < height * _TOP or line.box[1] > height * _BOTTOM):
            yield line


def _key(line: Line, height: float) -> tuple[bool, str]:
    """What makes a line of one page the same as one of another: top or bottom, and its text without figures."""
    return line.box[3] < height * _TOP, _FIGURES.sub("#", " ".join(line.text.split()))
