"""A sheet as a table for the screen, and which of its empty cells ask for something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lienthong.core.text import fold

#: A form is looked at so far; beyond that are stray formats.
MOST_ROWS, MOST_COLUMNS = 300, 60
_MOST_CELLS = 400
_Place = tuple[int, int]
_UNIT = re.compile(r"dvt|don vi tinh|don vi")


@dataclass(frozen=True, slots=True)
class Box:
    """One cell as shown: ``spans`` are rows and columns; ``kind`` is "text", "formula", "empty" or "asks"."""

    at: str
    text: str
    spans: tuple[int, int]
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its rows of boxes, and whether people see it in Excel."""

    title: str
    hidden: bool
    rows: list[list[Box]] = field(default_factory=list)

    @property
    def asks(self) -> list[Box]:
        return [box for row in self.rows for box in row if box.kind == "asks"]


def grids_of(book: Workbook) -> list[Grid]:
    """Every sheet of cells, in the order of the file."""
    return [Grid(sheet.title, sheet.sheet_state != "visible", _rows(sheet)) for sheet in book.worksheets]


def _rows(sheet: Worksheet) -> list[list[Box]]:
    words = _Words(sheet)
    left = _MOST_CELLS
    rows: list[list[Box]] = []
    for row in range(1, words.high + 1):
        boxes: list[Box] = []
        for column in range(1, words.wide + 1):
            if (row, column) in words.first_of or _is_hidden(sheet, row, column):
                continue
            box = _box(words, row, column, asks=left > 0)
            left -= box.kind == "asks"
            boxes.append(box)
        rows.append(boxes)
    while rows and not any(box.text or box.kind == "asks" for box in rows[-1]):
        rows.pop()
    return rows


def _is_hidden(sheet: Worksheet, row: int, column: int) -> bool:
    return bool(sheet.row_dimensions[row].hidden or sheet.column_dimensions[get_column_letter(column)].hidden)


def _box(words: _Words, row: int, column: int, *, asks: bool) -> Box:
    cell = words.sheet.cell(row, column)
    text, spans = text_of(cell), words.spans.get((row, column), (1, 1))
    if cell.data_type == "f":
        return Box(cell.coordinate, text, spans, "formula")
    if text:
        return Box(cell.coordinate, text, spans, "text")
    label = words.label_of(row, column) if asks and _is_framed(cell) else ""
    return Box(cell.coordinate, "", spans, "asks" if label else "empty", label)


def text_of(cell: SheetCell | MergedCell) -> str:
    value: Any = cell.value
    return "" if value is None else " ".join(str(value).split())


def _is_framed(cell: SheetCell | MergedCell) -> bool:
    """A cell that is to be filled in has a line on at least two of its sides."""
    sides = (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
    return sum(bool(side and side.style) for side in sides) >= 2


def _says(words: str) -> bool:
    """True for words; numbers, Roman numerals and dashes alone are places in a list."""
    letters = fold(words).replace(" ", "")
    return len(letters) > 1 and not letters.isdigit() and not set(letters) <= set("ivx")


class _Words:
    """The words of a sheet by place, each read once: hundreds of cells look along the same rows and columns."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.high, self.wide = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
        #: The size of each merged cell at its first place, and that place for every other one it covers.
        self.spans: dict[_Place, tuple[int, int]] = {}
        self.first_of: dict[_Place, _Place] = {}
        for area in sheet.merged_cells.ranges:
            first = (area.min_row, area.min_col)
            self.spans[first] = (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
            for row in range(area.min_row, min(area.max_row, MOST_ROWS) + 1):
                for column in range(area.min_col, min(area.max_col, MOST_COLUMNS) + 1):
                    self.first_of[row, column] = first
            self.first_of.pop(first, None)
        self._read: dict[_Place, str] = {}
        self._units: dict[int, int] = {}

    def label_of(self, row: int, column: int) -> str:
        """What an empty cell asks for: the words of its row, then those of its column, as "Số hồ sơ · Quý này".

        Empty where a word is missing on either side: such a cell is only a blank of the layout.
        """
        beside = next((words for words in self._before(row, column) if _says(words)), "")
        above = self._heads(row, column)
        return f"{beside} · {' · '.join(above)}" if beside and above else ""

    def _before(self, row: int, column: int) -> Iterator[str]:
        """The words left of a cell, the nearest first, without those of a column of units."""
        for other in range(column - 1, 0, -1):
            if self._unit_row(other) >= row:
                yield self._at(row, other)

    def _unit_row(self, column: int) -> int:
        """The row in which a column says that units of measure stand below; beyond the sheet where it does not."""
        if column not in self._units:
            rows = range(1, self.high + 1)
            says = (row for row in rows if _UNIT.fullmatch(fold(self._at(row, column))))
            self._units[column] = next(says, self.high + 1)
        return self._units[column]

    def _heads(self, row: int, column: int) -> list[str]:
        """The heads above a cell, the highest first: of one column the run of texts that ends above the data."""
        found: list[str] = []
        for other in range(row - 1, 0, -1):
            words = self._at(other, column)
            if _says(words):
                if words not in found:
                    found.insert(0, words)
            elif found:
                break
        return found[-3:]

    def _at(self, row: int, column: int) -> str:
        """The text at a place, that of its merged cell included; formulas are no words."""
        place = self.first_of.get((row, column), (row, column))
        if place not in self._read:
            cell = self.sheet.cell(*place)
            self._read[place] = "" if cell.data_type == "f" else text_of(cell)
        return self._read[place]
