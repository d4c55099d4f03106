"""Building the text of a file of pages from their lines, with places, tables and what letters were recognised badly."""

from __future__ import annotations

import re
from array import array

from vanban.model import Remark, Span
from vanban.source import Cell, Page, Source, Table, Word
from vanban.sources.building import CELL_JOIN
from vanban.sources.glyphs import NOWHERE, Line
from vanban.sources.limits import require_text_length


class PagedText:
    """Collects the lines of pages; every offset counts the text of the :class:`Source` that :meth:`source` gives."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._text: list[str] = []
        self._length = 0
        self._boxes = array("f")
        self._pages: list[Page] = []
        self._tables = _Tables()
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
        for word in re.findall(r"\d+\w?", line.stamped):
            place = final.find(word)
            span = Span(self._length + place, self._length + place + len(word)) if place >= 0 else None
            message = f"“{word}” lấy từ dấu điện tử đóng vào chỗ trống, không có trong lớp chữ."
            self.remarks.append(Remark("stamp", message, span))

    def source(self) -> Source:
        """The text and what is known of it."""
        return Source(
            "\n".join(self._text),
            self._kind,
            tables=self._tables.finish(),
            pages=tuple(self._pages),
            remarks=tuple(self.remarks),
            boxes=self._boxes,
            words=tuple(self._words),
        )


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


class _Tables:
    """Collects rows into tables; a table that goes on over a page end stays one."""

    def __init__(self) -> None:
        self._done: list[Table] = []
        self._rows: list[tuple[Cell, ...]] = []
        self._columns = 0
        self._end = 0

    def take(self, line: Line, start: int, *, first_on_page: bool) -> None:
        """Take the next line of the text, which begins at ``start``."""
        goes_on = line.columns == self._columns and (not line.begins or first_on_page)
        if not goes_on:
            self._close()
        if not line.cells:
            return
        self._columns = line.columns
        cells = []
        for cell in line.cells:
            text, _ = cell.tidied()
            cells.append(Cell(text, Span(start, start + len(text))))
            start += len(text) + len(CELL_JOIN)
        self._rows.append(tuple(cells))
        self._end = cells[-1].span.end

    def _close(self) -> None:
        if self._rows:
            self._done.append(Table(tuple(self._rows), Span(self._rows[0][0].span.start, self._end)))
        self._rows, self._columns = [], 0

    def finish(self) -> tuple[Table, ...]:
        self._close()
        return tuple(self._done)
