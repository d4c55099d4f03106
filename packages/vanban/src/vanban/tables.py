"""Tables that stand in a text: Markdown rows, cells parted by bars or tabs, and one cell a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from vanban.aligned import find_aligned
from vanban.folding import spelled
from vanban.model import Span
from vanban.source import Cell, Source, Table
from vanban.stacked import find_stacked

_SEPARATOR = re.compile(r"[\s|:\-–]+")
_BLANKS = re.compile(r"\s+")
_EMPHASIS = re.compile(r"\*+|__+|<br\s?/?>|\\(?=[^\w\s])")
HEADS = re.compile(
    r"(?:stt|tt|số tt|số thứ tự|nội dung|nhiệm vụ|tên nhiệm vụ|công việc|hoạt động|(?:cơ quan|đơn vị|bộ phận|cá nhân"
    r"|người)\b"
    r"|chủ trì|phối hợp|thời (?:gian|hạn)|tiến độ|hoàn thành|sản phẩm|kết quả|kinh phí|tần suất|ghi chú|phụ trách"
    r"|phân công|lộ trình)"
)


def find_tables(source: Source, start: int, end: int) -> list[Table]:
    """The tables between two offsets: those the format knew, and those the text shows. They do not overlap."""
    found = [table for table in source.tables if start <= table.span.start < end]
    text = source.text
    lines = _lines(text, start, end)
    shapes = (_barred(text, start, end), _tabbed(text, start, end), find_stacked(lines), find_aligned(text, start, end))
    for shown in shapes:
        _add_apart(found, shown)
    return found


def _add_apart(found: list[Table], more: list[Table]) -> None:
    """Put those of ``more`` that overlap none of ``found`` among them, in order."""
    starts = [table.span.start for table in found]
    for table in more:
        place = bisect_left(starts, table.span.end)
        if not any(other.span.end > table.span.start for other in found[max(0, place - 1) : place]):
            found.append(table)
    found.sort(key=lambda table: table.span.start)


def _unmarked(mark: re.Match[str]) -> str:
    return " " if mark[0].startswith("<") else ""


def make_cell(text: str, start: int, end: int) -> Cell:
    """The cell that stands at ``text[start:end]``: lines joined, Markdown marks and blanks at the ends removed."""
    while start < end and text[start] in " \t\n\r\f|*_\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\n\r\f|*_\u00a0":
        end -= 1
    return Cell(_BLANKS.sub(" ", _EMPHASIS.sub(_unmarked, text[start:end])).strip(), Span(start, end))


def _lines(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    lines = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        lines.append((at, stop, text[at:stop].strip()))
        at = stop + 1
    return lines


def _barred(text: str, start: int, end: int) -> list[Table]:
    """Tables whose rows begin with a bar, one a line, or whose bars stand on lines of their own."""
    if text.find("|", start, end) < 0:
        return []
    tables: list[Table] = []
    lines = _lines(text, start, end)
    n = 0
    while n < len(lines):
        line = lines[n][2]
        if line == "|":
            n, table = _one_cell_a_line(text, lines, n)
        elif line.startswith("|") and line.count("|") > 2:
            n, table = _one_row_a_line(text, lines, n)
        else:
            n, table = n + 1, None
        if table:
            tables.append(table)
    return tables


def _one_row_a_line(text: str, lines: list[tuple[int, int, str]], n: int) -> tuple[int, Table | None]:
    rows: list[tuple[Cell, ...]] = []
    first = lines[n][0]
    last = first
    while n < len(lines) and (lines[n][2].startswith("|") or not lines[n][2]):
        start, stop, line = lines[n]
        n += 1
        if not line or _SEPARATOR.fullmatch(line):
            continue
        cells = []
        at = text.index("|", start, stop) + 1
        while at < stop:
            bar = text.find("|", at, stop)
            if bar < 0:
                if text[at:stop].strip():
                    cells.append(make_cell(text, at, stop))
                break
            cells.append(make_cell(text, at, bar))
            at = bar + 1
        rows.append(tuple(cells))
        last = stop
    return n, Table(tuple(rows), Span(first, last)) if len(rows) > 1 else None


def _one_cell_a_line(text: str, lines: list[tuple[int, int, str]], n: int) -> tuple[int, Table | None]:
    """Bars on lines of their own: one between cells, two between rows or around an empty cell."""
    first = lines[n][0]
    last = at = lines[n][1]
    cells: list[Cell] = []
    n += 1
    bar = n
    while n < len(lines) and n - bar <= 60:  # a bar that nothing closes
        start, stop, line = lines[n]
        if line == "|":
            cells.append(make_cell(text, at, start))
            at = last = stop
            bar = n
        elif not line and not text[at:start].strip():
            # Blank lines after a closing bar end the table unless another bar follows at once.
            following = next((other for _, _, other in lines[n : n + 3] if other), "")
            if following != "|":
                break
        n += 1
    rows = tuple(_rows_of(cells))
    return max(n, bisect_left(lines, (last,)) + 1), Table(rows, Span(first, last)) if len(rows) > 1 else None


_ROW_NUMBER = re.compile(r"(?P<n>\d{1,3})[.)]?|[IVX]{1,5}[.)]?|[A-ZĐ][.)]?")


def _rows_of(cells: list[Cell]) -> Iterator[tuple[Cell, ...]]:
    """Cells in rows. An empty cell parts two rows; where rows are numbered, one within a row is an empty cell."""
    starts, expected = [], 1
    for at, cell in enumerate(cells):
        number = _ROW_NUMBER.fullmatch(cell.text) if at and not cells[at - 1].text else None
        if number and number["n"] in (None, str(expected), f"0{expected}"):
            expected += number["n"] is not None
            starts.append(at)
    numbered = len(starts) > 1
    yield from _parted(cells[: starts[0] if numbered else len(cells)])
    for start, end in zip(starts, [*starts[1:], len(cells)], strict=True) if numbered else ():
        while end > start and not cells[end - 1].text:
            end -= 1
        yield tuple(cells[start:end])


def _parted(cells: list[Cell]) -> Iterator[tuple[Cell, ...]]:
    for filled, row in groupby(cells, key=lambda cell: bool(cell.text)):
        if filled:
            yield tuple(row)


def _tabbed(text: str, start: int, end: int) -> list[Table]:
    """Tables whose cells are parted by tabs: a head line of known column names, then lines of as many cells."""
    if text.find("\t", start, end) < 0:
        return []
    tables: list[Table] = []
    lines = _lines(text, start, end)
    n = 0
    while n < len(lines):
        if lines[n][2].count("\t") >= 2 and is_head([part.strip() for part in lines[n][2].split("\t")]):
            n, table = _tab_rows(text, lines, n)
            tables.append(table)
        else:
            n += 1
    return tables


def is_head(cells: list[str]) -> bool:
    """True when these cells are the heads of a task table: nearly all begin with a known name, two at least."""
    named = sum(bool(HEADS.match(spelled(cell))) for cell in cells if cell)
    return named >= 2 and named >= len([cell for cell in cells if cell]) * 0.6 and all(len(cell) < 80 for cell in cells)


def _tab_rows(text: str, lines: list[tuple[int, int, str]], n: int) -> tuple[int, Table]:
    width = lines[n][2].count("\t") + 1
    first = last = lines[n][0]
    rows: list[list[Cell]] = []
    while n < len(lines):
        start, stop, line = lines[n]
        if not line:
            following = next((other for _, _, other in lines[n : n + 3] if other), "")
            if following.count("\t") < width - 1:
                break
            n += 1
            continue
        cells = _tab_cells(text, start, stop)
        if rows and 1 < len(rows[-1]) < width and len(rows[-1]) + len(cells) - 1 <= width:
            # The last cell of the row above goes on.
            open_cell = rows[-1].pop()
            rows[-1].append(make_cell(text, open_cell.span.start, cells[0].span.end))
            rows[-1].extend(cells[1:])
        elif len(cells) == 1 and rows and _ends_table(line):
            break
        else:
            rows.append(cells)
        last = stop
        n += 1
    return n, Table(tuple(tuple(row) for row in rows), Span(first, last))


def _tab_cells(text: str, start: int, stop: int) -> list[Cell]:
    cells = []
    at = start
    while at <= stop:
        tab = text.find("\t", at, stop)
        tab = stop if tab < 0 else tab
        cells.append(make_cell(text, at, tab))
        at = tab + 1
    return cells


_DIVISION = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])\s?[./-]\s|(?:PHẦN|Chương|Điều)\s|\d{1,2}\.\d")


def _ends_table(line: str) -> bool:
    return bool(_DIVISION.match(line)) or line.isupper()
