"""Characters of a page with their places, and the lines they stand in.

A line of a page is a stretch of its characters. Only where characters must be moved (columns, tables, stamps) does it
become a list of :class:`Glyph`; most lines of most pages never do.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from vanban.sources.text import tidy

Box = tuple[float, float, float, float]
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class Glyph(NamedTuple):
    """One character; ``box`` is x0, y0, x1, y1 in points from the upper left corner, NOWHERE for blanks."""

    char: str
    box: Box = NOWHERE
    stamped: bool = False
    confidence: float = 1.0


SPACE = Glyph(" ")


class Characters:
    """Characters in the order of a page and four numbers each for their places (``boxes``).

    ``text`` is tidy already where that leaves each character in its place. The boxes of blanks mean nothing.
    ``legacy`` is true where letters of a font from before Unicode were converted, ``strange`` where letters may stand
    that no Vietnamese word has.
    """

    __slots__ = ("boxes", "legacy", "strange", "text", "tidy")

    def __init__(self, text: str, boxes: array[float], *, legacy: bool = False, strange: bool = True) -> None:
        final = tidy(text.replace("\r\n", " \n"))
        self.tidy = len(final) == len(text)
        self.text = final if self.tidy else text
        self.boxes = boxes
        self.legacy = legacy
        self.strange = strange

    def split(self, at: int) -> tuple[Characters, Characters]:
        """Those before and those from ``at`` on."""
        if at == len(self.text):
            return self, Characters("", array("f"))
        before = Characters(self.text[:at], self.boxes[: 4 * at], legacy=self.legacy, strange=self.strange)
        return before, Characters(self.text[at:], self.boxes[4 * at :])

    def glyphs(self, start: int = 0, stop: int | None = None) -> list[Glyph]:
        """The characters from ``start`` to ``stop`` one by one."""
        stop = len(self.text) if stop is None else stop
        numbers = iter(self.boxes[4 * start : 4 * stop])
        boxes = zip(numbers, numbers, numbers, numbers, strict=True)
        return [
            SPACE if char == " " else Glyph(char, NOWHERE if char.isspace() else box)
            for char, box in zip(self.text[start:stop], boxes, strict=True)
        ]

    def box(self, start: int, stop: int) -> Box:
        """The box of a line from ``start`` to ``stop``, from its first visible character to its last."""
        piece = self.text[start:stop]
        if not (visible := piece.strip()):
            return NOWHERE
        first = start + len(piece) - len(piece.lstrip())
        last = first + len(visible) - 1
        x0, y0, x1, y1 = self.boxes[4 * first : 4 * first + 4]
        x2, y2, x3, y3 = self.boxes[4 * last : 4 * last + 4]
        return min(x0, x2), min(y0, y2), max(x1, x3), max(y1, y3)

    def lines(self) -> list[Line]:
        """The lines as PDFium parts them."""
        lines, start = [], 0
        for piece in self.text.split("\n"):
            stop = start + len(piece)
            lines.append(Line(source=self, start=start, stop=stop))
            start = stop + 1
        return lines


class Line:
    """Characters that follow each other on one line; a row of a table has its ``cells`` as well.

    ``columns`` is the number of columns of the row's table, ``begins`` is true for the table's first row. ``indent`` is
    the number of blanks to stand before the line; a ``fixed`` line has its blanks already and stays as it is.
    """

    __slots__ = ("_box", "_glyphs", "begins", "cells", "columns", "fixed", "indent", "source", "start", "stop")

    def __init__(
        self,
        glyphs: list[Glyph] | None = None,
        cells: list[Line] | None = None,
        columns: int = 0,
        begins: bool = False,
        *,
        source: Characters | None = None,
        start: int = 0,
        stop: int = 0,
    ) -> None:
        self._glyphs = glyphs if source is None else None
        self._box: Box | None = None
        self.cells = cells or []
        self.columns, self.begins, self.indent, self.fixed = columns, begins, 0, False
        self.source, self.start, self.stop = source, start, stop

    @property
    def glyphs(self) -> list[Glyph]:
        if self._glyphs is None:
            self._glyphs = self.source.glyphs(self.start, self.stop) if self.source is not None else []
        return self._glyphs

    @glyphs.setter
    def glyphs(self, glyphs: list[Glyph]) -> None:
        self._glyphs, self._box = glyphs, None

    @property
    def text(self) -> str:
        if self._glyphs is None and self.source is not None:
            return self.source.text[self.start : self.stop]
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def printed(self) -> bool:
        """True when anything visible stands in the line."""
        return self.box != NOWHERE

    @property
    def box(self) -> Box:
        """The smallest box around the visible characters."""
        if self._box is None:
            self._box = self._find_box()
        return self._box

    @property
    def stamped(self) -> str:
        """The characters that were stamped."""
        if self._glyphs is None:
            return ""
        return "".join(glyph.char for glyph in self._glyphs if glyph.stamped)

    def _find_box(self) -> Box:
        if self._glyphs is None and self.source is not None:
            return self.source.box(self.start, self.stop)
        return union(glyph.box for glyph in self.glyphs)

    def tidied(self) -> tuple[str, array[float]]:
        """The line's final text and four numbers a code point of it."""
        text, boxes = self._tidied()
        if self.indent:
            blanks = len(text) - len(text.lstrip())
            text = " " * self.indent + text[blanks:]
            boxes = array("f", NOWHERE) * self.indent + boxes[4 * blanks :]
        return text, boxes

    def _tidied(self) -> tuple[str, array[float]]:
        text = self.text.rstrip()
        if self._glyphs is None and self.source is not None and self.source.tidy:
            return text, self.source.boxes[4 * self.start : 4 * (self.start + len(text))]
        final = tidy(text)
        if len(final) == len(text):
            return final, array("f", (side for glyph in self.glyphs[: len(text)] for side in glyph.box))
        # A composed letter takes the place of its parts.
        letters: list[str] = []
        places: list[Box] = []
        for glyph in self.glyphs[: len(text)]:
            if letters and unicodedata.combining(glyph.char):
                letters[-1] += glyph.char
                places[-1] = union([places[-1], glyph.box])
            else:
                letters.append(glyph.char)
                places.append(glyph.box)
        boxes = [place for letter, place in zip(letters, places, strict=True) for _ in tidy(letter)]
        if len(boxes) != len(final):
            boxes = [self.box] * len(final)
        return final, array("f", (side for box in boxes for side in box))


def union(boxes: Iterable[Box]) -> Box:
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
