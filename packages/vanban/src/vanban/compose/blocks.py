"""What stands on the sheets, before it becomes Word or PDF: lines, rules, columns and tables.

Font sizes and spacing are in points, widths and indents in millimetres, as the decrees give them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from vanban.sources.text import tidy

Align = Literal["left", "center", "right", "justify"]

#: Points in a millimetre.
MM = 72 / 25.4
_BLANKS = re.compile(r"\s+")
#: What neither XML nor UTF-8 can hold.
_FORBIDDEN = re.compile("[\ufffe\uffff\ud800-\udfff]")
#: Width of a letter of Times New Roman bold as a part of its size, on the average of Vietnamese text.
_CAPITAL, _SMALL, _BLANK = 0.69, 0.48, 0.25


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``indent`` moves its first line, ``left`` all of it; ``exactly`` is a fixed line height in points.

    ``level`` makes it a heading of the outline; ``keep`` holds it together with the paragraph after it.
    """

    runs: tuple[Run, ...]
    align: Align = "center"
    before: float = 0
    after: float = 0
    indent: float = 0
    left: float = 0
    exactly: float | None = None
    keep: bool = False
    level: int | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A solid horizontal line of ``length`` points in the middle of its column."""

    length: float
    before: float = 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """Bright red words in a box of single lines (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.2.b)."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns side by side, without lines around them."""

    left: tuple[Line | Rule | Stamp, ...]
    right: tuple[Line | Rule | Stamp, ...]
    widths: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with lines, whose ``head`` is repeated on every page; ``aligns`` has one entry a cell of ``rows``."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    aligns: tuple[tuple[Align, ...], ...]
    widths: tuple[float, ...]
    size: float


Block: TypeAlias = Line | Rule | Stamp | Columns | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks on pages of their own, counted from 1."""

    blocks: tuple[Block, ...]
    landscape: bool = False


def one_line(text: str) -> str:
    """Text fit for one paragraph: NFC, no control characters, single blanks."""
    return _BLANKS.sub(" ", tidy(_FORBIDDEN.sub("", text))).strip()


def width_of(text: str, size: float) -> float:
    """About how wide a bold ``text`` is, in points; for rules that follow the length of a line."""
    return size * sum(_BLANK if letter in " -," else _CAPITAL if letter.isupper() else _SMALL for letter in text)


def line(
    text: str, size: float, *, bold: bool = False, italic: bool = False, underline: bool = False, **form: object
) -> Line:
    """A paragraph in one style; ``form`` holds the other fields of :class:`Line`."""
    return Line((Run(text, size, bold, italic, underline),), **form)  # type: ignore[arg-type]
