"""Building the text of a source line by line, with the cells of its tables."""

from __future__ import annotations

from vanban.model import Span
from vanban.source import Cell, Table
from vanban.sources.limits import require_text_length
from vanban.sources.text import tidy

CELL_JOIN = " | "


class TextBuilder:
    """Collects lines; every offset it gives counts the text that :meth:`text` returns."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._lines: list[str] = []
        self._length = 0

    def add(self, text: str) -> Span:
        """Add text (its own line breaks kept); returns where it stands."""
        line = tidy(text)
        start = self._length
        self._lines.append(line)
        self._length += len(line) + 1
        require_text_length(self._length, self._kind)
        return Span(start, start + len(line))

    def add_table(self, rows: list[list[str]]) -> Table | None:
        """Add rows of cells, one line a row; None when there is no row."""
        built: list[tuple[Cell, ...]] = []
        first = self._length
        for row in rows:
            texts = [" ".join(tidy(text).split()) for text in row]
            position = self._length
            cells: list[Cell] = []
            for text in texts:
                cells.append(Cell(text, Span(position, position + len(text))))
                position += len(text) + len(CELL_JOIN)
            self.add(CELL_JOIN.join(texts))
            built.append(tuple(cells))
        return Table(tuple(built), Span(first, self._length - 1)) if built else None

    def text(self) -> str:
        return "\n".join(self._lines)
