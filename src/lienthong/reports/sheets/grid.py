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
    covered, spans = _merged(sheet)
    high, wide = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
    left = _MOST_CELLS
    rows: list[list[Box]] = []
    for row in range(1, high + 1):
        boxes: list[Box] = []
        for column in range(1, wide + 1):
            if (row, column) in covered or _is_hidden(sheet, row, column):
                continue
            box = _box(sheet, row, column, spans.get((row, column), (1, 1)), asks=left > 0)
            left -= box.kind == "asks"
            boxes.append(box)
        rows.append(boxes)
    while rows and not any(box.text or box.kind == "asks" for box in rows[-1]):
        rows.pop()
    return rows


def _merged(sheet: Worksheet) -> tuple[set[tuple[int, int]], dict[tuple[int, int], tuple[int, int]]]:
    """Places that a merged cell covers, and the size of each merged cell at its first place."""
    covered: set[tuple[int, int]] = set()
    spans = {}
    for area in sheet.merged_cells.ranges:
        first = (area.min_row, area.min_col)
        spans[first] = (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        covered |= {
            (row, column)
            for row in range(area.min_row, min(area.max_row, MOST_ROWS) + 1)
            for column in range(area.min_col, min(area.max_col, MOST_COLUMNS) + 1)
        } - {first}
    return covered, spans


def _is_hidden(sheet: Worksheet, row: int, column: int) -> bool:
    return bool(sheet.row_dimensions[row].hidden or sheet.column_dimensions[get_column_letter(column)].hidden)


def _box(sheet: Worksheet, row: int, column: int, spans: tuple[int, int], *, asks: bool) -> Box:
    cell = sheet.cell(row, column)
    text = text_of(cell)
    if cell.data_type == "f":
        return Box(cell.coordinate, text, spans, "formula")
    if text:
        return Box(cell.coordinate, text, spans, "text")
    label = label_of(sheet, row, column) if asks and _is_framed(cell) else ""
    return Box(cell.coordinate, "", spans, "asks" if label else "empty", label)


def text_of(cell: SheetCell | MergedCell) -> str:
    value: Any = cell.value
    return "" if value is None else " ".join(str(value).split())


def _is_framed(cell: SheetCell | MergedCell) -> bool:
    """A cell that is to be filled in has a line on at least two of its sides."""
    sides = (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
    return sum(bool(side and side.style) for side in sides) >= 2


def label_of(sheet: Worksheet, row: int, column: int) -> str:
    """What an empty cell asks for: the words of its row, then those of its column, such as "Số hồ sơ · Quý này".

    Empty where a word is missing on either side: such a cell is only a blank of the layout.
    """
    beside = next((words for words in _before(sheet, row, column) if _says(words)), "")
    above = _heads(sheet, row, column)
    return f"{beside} · {' · '.join(above)}" if beside and above else ""


def _before(sheet: Worksheet, row: int, column: int) -> Iterator[str]:
    """The words left of a cell, the nearest first, without those of a column of units."""
    for other in range(column - 1, 0, -1):
        above = (fold(_at(sheet, higher, other)) for higher in range(1, row))
        if not any(_UNIT.fullmatch(words) for words in above):
            yield _at(sheet, row, other)


def _heads(sheet: Worksheet, row: int, column: int) -> list[str]:
    """The heads above a cell, the highest first: of one column the run of texts that ends above the data."""
    found: list[str] = []
    for other in range(row - 1, 0, -1):
        words = _at(sheet, other, column)
        if _says(words):
            if words not in found:
                found.insert(0, words)
        elif found:
            break
    return found[-3:]


def _says(words: str) -> bool:
    """True for words; numbers, Roman numerals and dashes alone are places in a list."""
    letters = fold(words).replace(" ", "")
    return len(letters) > 1 and not letters.isdigit() and not set(letters) <= set("ivx")


def _at(sheet: Worksheet, row: int, column: int) -> str:
    """The text at a place, that of its merged cell included; formulas are no words."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        area = next(each for each in sheet.merged_cells.ranges if cell.coordinate in each)
        cell = sheet.cell(area.min_row, area.min_col)
    return "" if cell.data_type == "f" else text_of(cell)
