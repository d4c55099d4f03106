"""Building the text of a source line by line, with the cells of its tables."""

from __future__ import annotations

from vanban.model import Remark, Span
from vanban.source import Cell, Source, Table
from vanban.sources.limits import Unreadable, require_text_length
from vanban.sources.text import require_sound, tidy

CELL_JOIN = " | "
#: Cells of a row, each with the grid column it begins at, the lines of a cell parted by "\n"; None where the cell above
#: is merged over this row.
Row = list[tuple[int, str | None]]


class TextBuilder:
    """Collects lines; every offset it gives counts the text that :meth:`text` returns."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._lines: list[str] = []
        self._length = 0
        self.tables: list[Table] = []

    def add(self, text: str) -> Span:
        """Add text (its own line breaks kept); returns where it stands."""
        line = tidy(text)
        start = self._length
        self._lines.append(line)
        self._length += len(line) + 1
        require_text_length(self._length, self._kind)
        return Span(start, start + len(line))

    def add_table(self, rows: list[Row]) -> None:
        """Add rows of cells, one line a row, and keep them in :attr:`tables`."""
        above: dict[int, Cell] = {}
        built: list[tuple[Cell, ...]] = []
        first = self._length
        for row in rows:
            position = self._length
            cells: list[Cell] = []
            for column, printed in row:
                text = " ".join(tidy(printed or "").split())
                cell = Cell(text, Span(position, position + len(text)), above.get(column) if printed is None else None)
                above[column] = cell.above or cell
                cells.append(cell)
                position += len(text) + len(CELL_JOIN)
            self.add(CELL_JOIN.join(cell.text for cell in cells))
            built.append(tuple(cells))
        if built:
            self.tables.append(Table(tuple(built), Span(first, self._length - 1)))

    def text(self) -> str:
        return "\n".join(self._lines)

    def source(self, empty: str, remarks: tuple[Remark, ...] = ()) -> Source:
        """What was built; raises :class:`Unreadable` with ``empty`` where there is no word, and for damaged letters."""
        text = self.text()
        if not text.strip():
            raise Unreadable(empty, self._kind)
        require_sound(text, self._kind)
        return Source(text, self._kind, tables=tuple(self.tables), remarks=remarks)
