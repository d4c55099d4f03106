"""Lines and pieces: what stands side by side on one line of a head or an ending, taken apart again.

Programs that take text out of Word and PDF files put the two columns of a letterhead on one line, with tabs, bars,
a wide gap or a single blank between, or one column after the other. A :class:`Piece` is what stands in one column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.folding import spelled
from vanban.model import Span
from vanban.source import Source

# Marks of Markdown and HTML become one sign that is no blank, so that they neither join nor part what they mark.
MARK = "\x01"
_CELL_TAG = re.compile(r"</?(?:td|th|tr|table|tbody|thead|p|div|br|li|ul|h\d)\b[^<>\n]{0,200}>", re.IGNORECASE)
_OTHER_MARK = re.compile(
    r"</?[a-zA-Z][^<>\n]{0,200}>|\*+|_{2,}|(?<!\w)_|_(?!\w)|\\(?=[^\w\s])|^[ \t]*#{1,6}(?= )|^[ \t]*>", re.MULTILINE
)
_HAS_MARK = re.compile(r"[<>*_\\#]")  # looking is quicker than taking each kind of mark in turn
# A star and a blank before a text is the dash of a Markdown list.
_STAR = re.compile(r"^([ \t]*)\*(?=[ \t]{1,4}[^\s*])", re.MULTILINE)
_GAP = re.compile(r"[\t|]+| {3,}")
_RULE = re.compile(r"[-–—=~_*.…·•+|\s\x01:o]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, ``text[start:end]`` without its line end; ``masked`` has the same length."""

    index: int
    start: int
    end: int
    masked: str

    @property
    def text(self) -> str:
        """The line without marks, blanks collapsed."""
        return plain(self.masked)

    @property
    def blank(self) -> bool:
        return not self.text.strip("| ")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one column of a line; ``column`` counts characters from the start of the line."""

    text: str
    start: int
    end: int
    line: int
    column: int
    kind: str = "text"

    @property
    def low(self) -> str:
        return spelled(self.text)

    @property
    def upper(self) -> bool:
        """True when printed in capitals (a small letter or two, as in "TTr", does not count)."""
        small = sum(map(str.islower, self.text))
        big = sum(map(str.isupper, self.text))
        return big >= 2 and small <= big // 8

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def plain(masked: str) -> str:
    """Text without marks, blanks collapsed and taken off at both ends."""
    return " ".join(masked.replace(MARK, "").split())


def is_rule(text: str) -> bool:
    """True for a line that only separates: dashes, stars, dots, or nothing at all."""
    return _RULE.fullmatch(text) is not None or not text


def mask(text: str) -> str:
    """``text`` of the same length with marks made :data:`MARK` and the borders of cells made tabs."""
    text = text.replace("\u00a0", " ").replace("\x0c", " ")
    masked = _CELL_TAG.sub(lambda found: "\t" * len(found[0]), text) if "<" in text else text
    masked = _STAR.sub(r"\1-", masked) if "*" in text else masked
    return _OTHER_MARK.sub(lambda found: MARK * len(found[0]), masked) if _HAS_MARK.search(masked) else masked


def read_lines(source: Source) -> list[Line]:
    """All lines of ``source``, blank ones included."""
    lines, start = [], 0
    for index, masked in enumerate(mask(source.text).split("\n")):
        lines.append(Line(index, start, start + len(masked), masked))
        start += len(masked) + 1
    return lines


def split_at_gaps(line: Line, start: int, end: int) -> Iterator[Piece]:
    """The pieces of ``line`` between ``start`` and ``end`` (offsets in the line), parted by tabs, bars, wide gaps."""
    at = start
    for gap in [*_GAP.finditer(line.masked, start, end), None]:
        stop = gap.start() if gap else end
        piece = make_piece(line, at, stop)
        if piece:
            yield piece
        at = gap.end() if gap else end


def make_piece(line: Line, start: int, end: int, kind: str = "text") -> Piece | None:
    """The piece ``start`` to ``end`` of ``line``; ``None`` if nothing but a rule stands there."""
    stretch = line.masked[start:end]
    body = stretch.strip(" \t\r" + MARK)
    if is_rule(body):
        return None
    lead = len(stretch) - len(stretch.lstrip(" \t\r" + MARK))
    return Piece(
        plain(body), line.start + start + lead, line.start + start + lead + len(body), line.index, start + lead, kind
    )


def joined(pieces: list[Piece] | tuple[Piece, ...], kind: str | None = None) -> Piece:
    """Several pieces as one, a blank between their texts; it stands from the first to the last of them."""
    first, last = pieces[0], pieces[-1]
    text = " ".join(piece.text for piece in pieces)
    return Piece(text, first.start, last.end, first.line, first.column, kind or first.kind)
