"""Rows of ruled or aligned tables, page after page, put together into tables."""

from __future__ import annotations

from vanban.model import Span
from vanban.source import Cell, Table
from vanban.sources.building import CELL_JOIN
from vanban.sources.glyphs import Line


class Tables:
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
