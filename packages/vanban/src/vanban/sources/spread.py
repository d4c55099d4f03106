"""Task tables without ruled lines: their cells put back into columns of letters.

A text layer runs the cells of such a table together with single blanks, or gives them one after the other. By the
places of the words the columns are found again, and each printed row becomes a line whose cells begin at the same
letter in every row, as an extractor that keeps the layout would print it; ``vanban.aligned`` reads that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vanban.sources.glyphs import SPACE, Box, Glyph, Line, same_row, union
from vanban.sources.running import is_page_number
from vanban.tables import is_head

_FIRST_HEAD = re.compile(r"\s*(?:STT|TT|Stt|Số TT)\b")
_NUMBER = re.compile(r"\d{1,3}[.)]?|[IVX]{1,5}[.)]?|[A-ZĐ][.)]?")
_GROUP = re.compile(r"[IVX]{1,5}[.)]?|[A-ZĐ][.)]?")
_ENDING = re.compile(r"Nơi nhận")
#: Points of a page that a letter of an aligned line stands for: less than the letters of a small print are wide.
_LETTER = 3.0
#: Blanks between two cells at least.
_BETWEEN = 2
#: In heights of a row: the room that parts two columns at least, the blank within a head, the room between two rows.
_GUTTER, _BLANK, _APART = 0.45, 0.75, 3.0
_HEAD_ROWS = 5


@dataclass(slots=True)
class _Word:
    glyphs: list[Glyph]
    box: Box
    line: Line

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def middle(self) -> float:
        return (self.box[0] + self.box[2]) / 2


_Row = list[_Word]
#: The free room between each two columns, from left to right, in points.
_Gutters = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: the room between them, and where each begins, in points and in letters of a line."""

    gutters: _Gutters
    edges: list[float]
    begins: list[int]


def spread_tables(lines: list[Line], carried: Columns | None) -> tuple[list[Line], Columns | None]:
    """The lines with each table of this kind as aligned lines, and the columns of one that goes on on the next page.

    ``carried`` are the columns of the table that reached the foot of the page before.
    """
    if carried is None and not any(_FIRST_HEAD.match(line.text) for line in lines):
        return lines, None
    rows = _rows(lines)
    done: dict[int, list[Line]] = {}
    emptied: set[int] = set()
    at = 0
    while at < len(rows):
        known = carried if at == 0 else None
        top, body, gutters = (0, 0, known.gutters) if known else _head(rows, at)
        carried = None
        if gutters is None:
            break
        end, gutters = _extent(rows, body, gutters)
        if end > body:
            columns = known or _columns(rows[top:end], gutters)
            carried = columns if end == len(rows) else None
            first = id(rows[top][0].line)
            done.setdefault(first, []).extend(_aligned(rows[top:end], columns))
            emptied |= _take_out(rows[top:end])
        at = max(end, body, at + 1)
    out: list[Line] = []
    for line in lines:
        out += done.get(id(line), [])
        if id(line) not in emptied:
            out.append(line)
    return out, carried


def _rows(lines: list[Line]) -> list[_Row]:
    words = [word for line in lines if line.printed and not line.cells for word in _words(line)]
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: (word.box[1] + word.box[3]) / 2):
        if rows and same_row(rows[-1][0].box, word.box):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.box[0])
    # The number of the page stands above a table that goes on, or below it.
    ends = (0, len(rows) - 1)
    return [row for place, row in enumerate(rows) if place not in ends or not is_page_number(_joined(row))]


def _words(line: Line) -> Iterator[_Word]:
    glyphs: list[Glyph] = []
    for glyph in [*line.glyphs, SPACE]:
        if not glyph.char.isspace():
            glyphs.append(glyph)
        elif glyphs:
            yield _Word(glyphs, union(glyph.box for glyph in glyphs), line)
            glyphs = []


def _head(rows: list[_Row], start: int) -> tuple[int, int, _Gutters | None]:
    """The first row of the next head, the row below it, and the room between its columns; None if there is none."""
    for mark in range(start, len(rows)):
        if not _FIRST_HEAD.match(rows[mark][0].text):
            continue
        first = mark
        while first > start and mark - first < 2 and _gap(rows[first - 1], rows[first]) < 0.5 * _height(rows[mark]):
            first -= 1
        right = rows[mark][0].box[2]
        below = range(mark + 1, min(mark + _HEAD_ROWS, len(rows)))
        body = next((n for n in below if rows[n][0].box[0] < right and _NUMBER.fullmatch(rows[n][0].text)), None)
        # Rows above may be the caption of the table.
        for top in range(first, mark + 1) if body is not None else ():
            heads = _merged(rows[top:body])
            if len(heads) >= 3 and is_head([text for _, _, text in heads]):
                return top, body or top, [(a[1], b[0]) for a, b in pairwise(heads)]
    return len(rows), len(rows), None


def _merged(rows: list[_Row]) -> list[tuple[float, float, str]]:
    """Begin, end and text of each head: words close to each other or above each other are one."""
    phrases: list[tuple[float, float, str]] = []
    for row in rows:
        for word in row:
            if phrases and phrases[-1][0] <= word.box[0] and word.box[0] - phrases[-1][1] < _BLANK * _height(row):
                begin, _, text = phrases.pop()
                phrases.append((begin, word.box[2], f"{text} {word.text}"))
            else:
                phrases.append((word.box[0], word.box[2], word.text))
    heads: list[tuple[float, float, str]] = []
    for begin, end, text in sorted(phrases, key=lambda phrase: phrase[0]):
        if heads and begin < heads[-1][1]:
            heads[-1] = (heads[-1][0], max(end, heads[-1][1]), f"{heads[-1][2]} {text}")
        else:
            heads.append((begin, end, text))
    return heads


def _extent(rows: list[_Row], body: int, gutters: _Gutters) -> tuple[int, _Gutters]:
    """The row after the table, and the room that all its rows leave between the columns."""
    end = body
    while end < len(rows):
        row = rows[end]
        if end > body and _gap(rows[end - 1], row) > _APART * _height(row):
            break
        free = [_free(gutter, row) for gutter in gutters]
        crossed = sum(room is None for room in free)
        if _ENDING.match(row[0].text) or (crossed * 2 > len(gutters) and not _is_group(row, gutters)):
            break
        if crossed * 2 <= len(gutters):
            gutters = [room or gutter for room, gutter in zip(free, gutters, strict=True)]
        end += 1
    return end, gutters


def _free(gutter: tuple[float, float], row: _Row) -> tuple[float, float] | None:
    """The widest part of a gutter that no word of the row stands in; None if that is no wider than a blank."""
    at, end = gutter
    parts = []
    for word in row:
        if word.box[2] > at and word.box[0] < end:
            parts.append((at, word.box[0]))
            at = max(at, word.box[2])
    parts.append((at, end))
    widest = max(parts, key=lambda part: part[1] - part[0])
    return widest if widest[1] - widest[0] >= min(_GUTTER * _height(row), gutter[1] - gutter[0]) else None


def _is_group(row: _Row, gutters: _Gutters) -> bool:
    """True for a row that names a group of tasks across the columns."""
    return row[0].middle < gutters[0][1] and _GROUP.fullmatch(row[0].text) is not None


def _columns(rows: list[_Row], gutters: _Gutters) -> Columns:
    left = min(row[0].box[0] for row in rows)
    edges = [(a + b) / 2 for a, b in gutters]
    return Columns(gutters, edges, [0, *(round((edge - left) / _LETTER) for edge in edges)])


def _aligned(rows: list[_Row], columns: Columns) -> list[Line]:
    """One line a printed row, each column beginning at its own letter."""
    lines = []
    for words in rows:
        row = _cells(words, columns.edges)
        if _across(words, columns.edges):
            # A group's name runs across the columns; it is put into one.
            parts = enumerate(_wrapped(row, columns.begins[2] - columns.begins[1] - _BETWEEN))
            lines += [_line([[] if number else row[0], part], columns) for number, part in parts]
        else:
            lines.append(_line(row, columns))
    return lines


def _across(row: _Row, edges: list[float]) -> bool:
    crossing = sum(any(word.box[0] < edge < word.box[2] for word in row) for edge in edges)
    return crossing * 2 > len(edges) or (
        len(row) > 1
        and _GROUP.fullmatch(row[0].text) is not None
        and all(b.box[0] - a.box[2] < _BLANK * _height(row) for a, b in pairwise(row[1:]))
    )


def _cells(row: _Row, edges: list[float]) -> list[list[_Word]]:
    cells: list[list[_Word]] = [[] for _ in range(len(edges) + 1)]
    for word in row:
        cells[sum(word.middle > edge for edge in edges)].append(word)
    return cells


def _wrapped(row: list[list[_Word]], width: int) -> list[list[_Word]]:
    """The words of a group's name in lines no longer than its column."""
    lines: list[list[_Word]] = [[]]
    for word in (word for cell in row[1:] for word in cell):
        if lines[-1] and len(_joined([*lines[-1], word])) > width:
            lines.append([])
        lines[-1].append(word)
    return lines


def _joined(words: list[_Word]) -> str:
    return " ".join(word.text for word in words)


def _line(cells: list[list[_Word]], columns: Columns) -> Line:
    glyphs: list[Glyph] = []
    for words, begin in zip(cells, columns.begins, strict=False):
        if words:
            glyphs += [SPACE] * max(_BETWEEN if glyphs else 0, begin - len(glyphs))
            for number, word in enumerate(words):
                glyphs += [SPACE, *word.glyphs] if number else word.glyphs
    line = Line(glyphs)
    line.fixed = True
    return line


def _take_out(rows: list[_Row]) -> set[int]:
    """Take the words of ``rows`` out of their lines; gives the lines in which nothing is left."""
    lines = {id(word.line): word.line for row in rows for word in row}
    taken = {id(glyph) for row in rows for word in row for glyph in word.glyphs}
    for line in lines.values():
        line.glyphs = [glyph for glyph in line.glyphs if id(glyph) not in taken]
    return {number for number, line in lines.items() if not line.printed}


def _height(row: _Row) -> float:
    return row[0].box[3] - row[0].box[1]


def _gap(above: _Row, below: _Row) -> float:
    return below[0].box[1] - above[0].box[3]
