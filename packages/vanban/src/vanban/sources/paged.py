"""Building the text of a file of pages from their lines, with places, tables and what letters were recognised badly."""

from __future__ import annotations

import re
from array import array

from vanban.model import Remark, Span
from vanban.source import Cell, Page, Source, Table, Word
from vanban.sources.glyphs import NOWHERE, Line
from vanban.sources.limits import require_text_length
from vanban.sources.pdftables import Tables
from vanban.sources.scan.consistency import mended


class PagedText:
    """Collects the lines of pages; every offset counts the text of the :class:`Source` that :meth:`source` gives."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._text: list[str] = []
        self._length = 0
        self._boxes = array("f")
        self._pages: list[Page] = []
        self._tables = Tables()
        self._words: list[Word] = []
        self.remarks: list[Remark] = []

    @property
    def empty(self) -> bool:
        """True when there is nothing but blanks so far."""
        return not any(line.strip() for line in self._text)

    def add(self, number: int, lines: list[Line], width: float, height: float, *, recognised: bool = False) -> None:
        """Add the lines of page ``number``, which measures ``width`` by ``height`` points."""
        start = self._length
        for place, line in enumerate(lines):
            final, places = line.tidied()
            self._note_stamps(line, final)
            if recognised:
                self._words += _recognised(line, final, self._length)
            self._tables.take(line, self._length, first_on_page=place == 0)
            self._text.append(final)
            self._length += len(final) + 1
            self._boxes.extend(places)
            self._boxes.extend(NOWHERE)
        require_text_length(self._length, self._kind)
        self._pages.append(Page(number, start, max(start, self._length - 1), width, height))

    def _note_stamps(self, line: Line, final: str) -> None:
        if not (stamped := line.stamped):
            return
        for word in re.findall(r"\d+\w?", stamped):
            place = final.find(word)
            span = Span(self._length + place, self._length + place + len(word)) if place >= 0 else None
            message = f"“{word}” lấy từ dấu điện tử đóng trên trang, không có trong lớp chữ."
            self.remarks.append(Remark("stamp", message, span))

    def source(self) -> Source:
        """The text and what is known of it."""
        text = "\n".join(self._text)
        tables = self._tables.finish()
        if self._words:
            text = mended(text, self._words)
            tables = tuple(_reread(table, text) for table in tables)
        return Source(
            text,
            self._kind,
            tables=tables,
            pages=tuple(self._pages),
            remarks=tuple(self.remarks),
            boxes=self._boxes,
            words=tuple(self._words),
        )


def _reread(table: Table, text: str) -> Table:
    """The table with its cells as they stand in ``text`` now."""
    rows = tuple(tuple(Cell(text[cell.span.start : cell.span.end], cell.span) for cell in row) for row in table.rows)
    return Table(rows, table.span)


def _recognised(line: Line, final: str, start: int) -> list[Word]:
    """The words of a recognised line, each with its least confidence."""
    sure: list[float] = []
    apart = True
    for glyph in line.glyphs:
        if glyph.char.isspace():
            apart = True
            continue
        if apart:
            sure.append(1.0)
        sure[-1], apart = min(sure[-1], glyph.confidence), False
    words = list(re.finditer(r"\S+", final))
    if len(words) != len(sure):
        sure = [min(sure, default=1.0)] * len(words)
    return [
        Word(start + word.start(), start + word.end(), confidence) for word, confidence in zip(words, sure, strict=True)
    ]
