"""Task tables that an extractor wrote one cell a line, without bars: heads, then a number and the cells of its row."""

from __future__ import annotations

import re

from vanban.bodies import head_at
from vanban.columns import columns_of
from vanban.folding import spelled
from vanban.model import Span
from vanban.source import Cell, Table

_NUMBER_HEAD = re.compile(r"(?:stt|tt|số tt|số thứ tự)\.?")
_NUMBER = re.compile(r"(?P<n>\d{1,3})[.)]?|(?P<group>[IVX]{1,5})[.)]?")
_WHEN = re.compile(r"\d|thường xuyên|h[àằ]ng|quý|tháng|năm|liên tục|theo ")
_END = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])\s?[./-]\s+[^\W\d_]|Nơi nhận|Trên đây|\d{1,2}\.\s+[^\W\d_]|\d{1,2}\.\d")


def find_stacked(lines: list[tuple[int, int, str]]) -> list[Table]:
    """The tables of this shape among ``lines`` (start, end, text); lines of tables do not overlap."""
    filled = [line for line in lines if line[2]]
    tables = []
    at = 0
    while at < len(filled):
        if len(filled[at][2]) < 12 and _NUMBER_HEAD.fullmatch(spelled(filled[at][2])):
            heads, after = _heads(filled, at)
            columns = columns_of(heads)
            if columns is not None and len(heads) > 2:
                rows, after = _rows(filled, after, heads, columns)
                if rows:
                    tables.append(Table((heads, *rows), Span(filled[at][0], filled[after - 1][1])))
                    at = after
                    continue
        at += 1
    return tables


def _heads(lines: list[tuple[int, int, str]], at: int) -> tuple[tuple[Cell, ...], int]:
    """The heads from the line ``at`` on, and the line after them: up to the number of the first row."""
    heads: list[Cell] = []
    while at < len(lines) and len(heads) < 12:
        start, end, text = lines[at]
        if heads and (_NUMBER.fullmatch(text) or len(text) > 60):
            break
        if heads and text[0].islower():
            last = heads.pop()
            heads.append(Cell(f"{last.text} {text}", Span(last.span.start, end)))
        else:
            heads.append(Cell(text, Span(start, end)))
        at += 1
    return tuple(heads), at


def _rows(
    lines: list[tuple[int, int, str]], at: int, heads: tuple[Cell, ...], columns: dict[int, str]
) -> tuple[list[tuple[Cell, ...]], int]:
    rows: list[tuple[Cell, ...]] = []
    expected = 1
    while at < len(lines):
        start, end, text = lines[at]
        number = _NUMBER.fullmatch(text)
        if not number or (number["n"] and int(number["n"]) != expected):
            break
        first = Cell(text, Span(start, end))
        cells, at = _cells(lines, at + 1, expected + 1 if number["n"] else expected, len(heads) - 1)
        if number["n"]:
            expected += 1
            rows.append((first, *_placed(cells, len(heads) - 1, columns)))
        else:
            rows.append((first, *cells))
    return rows, at


def _cells(lines: list[tuple[int, int, str]], at: int, following: int, most: int) -> tuple[list[Cell], int]:
    """The cells of one row: lines up to the next number; a line that begins small goes on with the cell above."""
    cells: list[Cell] = []
    while at < len(lines):
        start, end, text = lines[at]
        number = _NUMBER.fullmatch(text)
        if number and (number["group"] or int(number["n"]) == following):
            break
        if cells and text[0].islower():
            last = cells.pop()
            cells.append(Cell(f"{last.text} {text}", Span(last.span.start, end)))
        elif len(cells) == most or _END.match(text):
            break
        else:
            cells.append(Cell(text, Span(start, end)))
        at += 1
    return cells, at


def _placed(cells: list[Cell], width: int, columns: dict[int, str]) -> list[Cell]:
    """Cells in their columns; where empty cells left no line, what a cell says tells its column."""
    if len(cells) == width or not cells:
        return cells
    nothing = Cell("", Span(cells[0].span.start, cells[0].span.start))
    placed = [nothing] * width
    column = 0
    for cell in cells:
        while column < width - 1 and not _fits(cell, columns.get(column + 1)):
            column += 1
        placed[column] = cell
        column = min(column + 1, width - 1)
    return placed


def _fits(cell: Cell, kind: str | None) -> bool:
    plain = spelled(cell.text)
    if kind in ("lead", "support"):
        return head_at(plain)
    return _WHEN.match(plain) is not None if kind == "when" else True
