"""What a reader is given: the text of a file, its lines, and the tables whose cells are known.

Every format (``sources/text.py``, ``sources/docx.py``, ``sources/pdf.py``) ends in one :class:`Source`; nothing above
it knows where the text came from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.model import Handwriting, Remark, Seal, Span

#: Kinds that keep a paragraph on one line.
WHOLE_PARAGRAPHS = ("docx", "doc", "rtf", "odt", "html", "xlsx", "xls")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text with lines joined, and where it stands.

    An empty cell under one that is merged over rows has that one as ``above``.
    """

    text: str
    span: Span
    above: Cell | None = None


class JoinedCell(Cell):
    """A cell put together from several stretches; between them stand parts of other cells."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells are known. ``rows`` include head and group rows; a merged cell appears once."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page of a paged input stands in the text; sizes in points."""

    number: int
    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was recognised in a picture, ``text[start:end]``, and how surely (0 … 1)."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Source:
    """Text (NFC, ``\\n`` line ends) with what the format knew about it.

    ``kind`` is one of those of ``sources/kinds.py``. A table's text stands in ``text`` too, one row a line, cells
    joined by " | ". ``seals`` are arrival stamps that do not stand in ``text``. Where nothing could be read ``text`` is
    empty and ``remarks`` holds one of kind "unreadable".

    ``boxes`` is empty or holds four numbers a code point of ``text``: x0, y0, x1, y1 in points from the upper left
    corner of its page, all zero where nothing stands; a blank may have any. ``words`` are those that were recognised in
    pictures; ``handwriting`` is what stands there in ink and not in ``text``.
    """

    text: str
    kind: str
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())
    seals: tuple[Seal, ...] = ()
    boxes: Sequence[float] = field(default=(), repr=False, compare=False)
    words: tuple[Word, ...] = field(default=(), repr=False)
    handwriting: tuple[Handwriting, ...] = ()
