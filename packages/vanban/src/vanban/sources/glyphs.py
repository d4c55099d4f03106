"""Characters of a page with their places, and the lines they stand in."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from vanban.sources.text import tidy

Box = tuple[float, float, float, float]
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class Glyph(NamedTuple):
    """One character; ``box`` is x0, y0, x1, y1 in points from the upper left corner, NOWHERE for a made-up blank."""

    char: str
    box: Box = NOWHERE
    stamped: bool = False


SPACE = Glyph(" ")


@dataclass(slots=True)
class Line:
    """Characters that follow each other on one line; a row of a table has its ``cells`` as well.

    ``columns`` is the number of columns of the row's table, ``begins`` is true for the table's first row.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    cells: list[Line] = field(default_factory=list)
    columns: int = 0
    begins: bool = False

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def printed(self) -> list[Glyph]:
        """The visible characters."""
        return [glyph for glyph in self.glyphs if glyph.box is not NOWHERE and not glyph.char.isspace()]

    @property
    def box(self) -> Box:
        return union([glyph.box for glyph in self.printed])

    def tidied(self) -> tuple[str, list[Box]]:
        """The line's final text and one box a code point of it."""
        text = tidy(self.text)
        if len(text) == len(self.glyphs):
            return text, [glyph.box for glyph in self.glyphs]
        # A composed letter takes the place of its parts.
        letters: list[str] = []
        places: list[Box] = []
        for glyph in self.glyphs:
            if letters and unicodedata.combining(glyph.char):
                letters[-1] += glyph.char
                places[-1] = union([places[-1], glyph.box])
            else:
                letters.append(glyph.char)
                places.append(glyph.box)
        boxes = [place for letter, place in zip(letters, places, strict=True) for _ in tidy(letter)]
        return text, boxes if len(boxes) == len(text) else [self.box] * len(text)


def union(boxes: list[Box]) -> Box:
    """The smallest box around boxes, those that are nowhere left aside."""
    some = [box for box in boxes if box != NOWHERE]
    if not some:
        return NOWHERE
    return (
        min(box[0] for box in some),
        min(box[1] for box in some),
        max(box[2] for box in some),
        max(box[3] for box in some),
    )


def same_row(one: Box, other: Box) -> bool:
    """Do two boxes stand on the same printed row?"""
    overlap = min(one[3], other[3]) - max(one[1], other[1])
    return overlap > 0.5 * min(one[3] - one[1], other[3] - other[1])
