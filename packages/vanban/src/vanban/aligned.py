"""Task tables that an extractor drew with blanks alone: heads side by side, and cells under them in columns of letters.

A column ends where nearly every line of the table is blank. A cell takes as many lines as it needs, and a row as many
as its longest cell; the number of a row stands beside its first line, or in the middle of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vanban.columns import columns_of
from vanban.model import Span
from vanban.source import Cell, JoinedCell, Table

_HEAD = re.compile(r"^[ \f]{0,60}(?:STT|TT|Stt|Số TT)\b {2,}\S", re.MULTILINE)
_SEGMENT = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"(?P<n>\d{1,3})[.)]?|[IVX]{1,5}[.)]?|[A-ZĐ][.)]?")
_NUMBERED = re.compile(r"\s*(?:\d{1,3}|[IVX]{1,5}|[A-ZĐ])[.)]?\s{2,}\S")
_GAP = re.compile(r"\s{2,}")
_PAGE = re.compile(r"\s*(?:Trang\s+)?[-–]?\s?\d{1,3}\s?[-–]?\s*")
#: How many blank lines may stand between two rows, and how many lines the heads take.
_APART, _HEAD_LINES = 3, 5


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    def part(self, first: int, last: int) -> str:
        return self.text[first:last].strip()


def find_aligned(text: str, start: int, end: int) -> list[Table]:
    """The tables of this shape in ``text[start:end]``, in order."""
    if not _HEAD.search(text, start, end):
        return []
    lines = list(_lines(text, start, end))
    tables: list[Table] = []
    at = 0
    while at < len(lines):
        table, after = _table(lines, at) if _HEAD.match(lines[at].text) else (None, at + 1)
        if table is not None:
            tables.append(table)
        at = after
    return tables


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield _Line(start, text[start:stop].replace("\f", " ").rstrip())
        start = stop + 1


def _table(lines: list[_Line], at: int) -> tuple[Table | None, int]:
    """The table whose heads stand about the line ``at``, and the line after it."""
    first, top = _head_lines(lines, at)
    heads = _columns(lines[first:top])
    body = next((n for n in range(top, min(top + _HEAD_LINES, len(lines))) if _numbered(lines[n], heads)), None)
    if len(heads) < 3 or body is None:
        return None, at + 1
    last = _last_line(lines, body, heads)
    edges = _edges([line for line in lines[first:last] if line.text and not _PAGE.fullmatch(line.text)], heads)
    if edges is None:
        return None, at + 1
    rows = [_row(lines[first:top], edges)]
    if columns_of(rows[0]) is None:
        return None, at + 1
    rows.extend(_row(lines[a:b], edges) for a, b in _row_lines(lines, top, last, edges))
    ends = [line.start + len(line.text) for line in lines[first:last] if line.text]
    return Table(tuple(rows), Span(lines[first].start, ends[-1])), last


def _head_lines(lines: list[_Line], at: int) -> tuple[int, int]:
    """The lines of the heads: "TT" may stand beside the middle of heads that take three lines."""
    first = at
    while first > 0 and at - first < 2 and _GAP.search(lines[first - 1].text.strip()):
        first -= 1
    top = at + 1
    while top < len(lines) and top - at < _HEAD_LINES and lines[top].text and not _NUMBERED.match(lines[top].text):
        top += 1
    return first, _first_row(lines, at + 1, top) if top < len(lines) else top


def _first_row(lines: list[_Line], after: int, mark: int) -> int:
    """Where the row begins whose number stands at ``mark``: a task that goes on there began above its number."""
    parts = list(_SEGMENT.finditer(lines[mark].text))
    if len(parts) < 2 or not parts[1][0][:1].islower():
        return mark
    for n in range(after, mark):
        for found in _SEGMENT.finditer(lines[n].text):
            if found.start() < parts[1].end() and found.end() > parts[1].start() and found[0][0].isupper():
                return n
    return mark


def _columns(lines: list[_Line]) -> list[tuple[int, int]]:
    """Where the heads stand: what overlaps from line to line is one of them."""
    merged: list[tuple[int, int]] = []
    parts = sorted((found.start(), found.end()) for line in lines for found in _SEGMENT.finditer(line.text))
    for a, b in parts:
        if merged and a < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged


def _numbered(line: _Line, heads: list[tuple[int, int]]) -> bool:
    found = _SEGMENT.search(line.text)
    return (
        found is not None
        and len(heads) > 1
        and found.start() < heads[1][0]
        and _NUMBER.fullmatch(found[0].split()[0]) is not None
    )


def _last_line(lines: list[_Line], body: int, heads: list[tuple[int, int]]) -> int:
    """The line after the table: where blank lines gather, or a text runs across its columns."""
    blanks = 0
    end = body
    for n in range(body, len(lines)):
        text = lines[n].text
        if not text or _PAGE.fullmatch(text):
            blanks += 1
            if blanks > _APART:
                break
            continue
        if _runs_across(text, heads):
            break
        blanks = 0
        end = n + 1
    return end


def _runs_across(text: str, heads: list[tuple[int, int]]) -> bool:
    """True for a line of running text: it covers two columns, or stands in the column of the numbers and goes on."""
    middles = [(a + b) // 2 for a, b in heads[1:]]
    beside = heads[0][1]
    for found in _SEGMENT.finditer(text):
        a, b = found.span()
        if sum(a <= middle < b for middle in middles) > 1 or (a < beside and b > beside + 2 and " " in found[0]):
            return True
    return False


def _edges(lines: list[_Line], heads: list[tuple[int, int]]) -> list[int] | None:
    """Where each column begins, and the end of the last; None where no clear gap parts two heads."""
    width = max(len(line.text) for line in lines) + 1
    filled = [0] * width
    for line in lines:
        for found in _SEGMENT.finditer(line.text):
            for place in range(found.start(), found.end()):
                filled[place] += 1
    edges = [0]
    for (a, b), (c, d) in pairwise(heads):
        places = range((a + b) // 2, max((c + d) // 2, (a + b) // 2 + 1))
        least = min(filled[place] for place in places)
        if least > len(lines) // 12:
            return None
        clear = [place for place in places if filled[place] == least]
        # The gap nearest to the next head: cells stand under the beginning of their own.
        edges.append(min(clear, key=lambda place: abs(place - (c - 1))))
    return [*edges, width]


def _row_lines(lines: list[_Line], top: int, last: int, edges: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches of lines of the rows between two lines."""
    marks = [n for n in range(top, last) if _NUMBER.fullmatch(lines[n].part(edges[0], edges[1]))]
    begins = [_begin(lines, top if k == 0 else marks[k - 1] + 1, mark, edges) for k, mark in enumerate(marks)]
    yield from zip(begins, [*begins[1:], last], strict=True)


def _begin(lines: list[_Line], after: int, mark: int, edges: list[int]) -> int:
    """The first line of the row whose number stands at ``mark``; lines from ``after`` on may be its own."""
    task = lines[mark].part(edges[1], edges[2])
    open_above = [n for n in range(after, mark) if lines[n].text]
    if not open_above or (task[:1].isupper() and lines[open_above[-1]].part(edges[1], edges[2])[:1].islower()):
        return mark
    if task[:1].isupper() and not any(lines[n].part(edges[1], edges[2])[:1].isupper() for n in open_above):
        return mark
    # The number stands in the middle: the row begins with the capital nearest to half way up.
    capitals = [n for n in open_above if lines[n].part(edges[1], edges[2])[:1].isupper()]
    if not capitals or task[:1].isupper():
        return mark
    return min(capitals, key=lambda n: abs(n - (after + mark) / 2))


def _row(lines: list[_Line], edges: list[int]) -> tuple[Cell, ...]:
    return tuple(_cell(lines, a, b) for a, b in pairwise(edges))


def _cell(lines: list[_Line], first: int, last: int) -> Cell:
    parts = [
        (line.start + first + len(piece) - len(piece.lstrip()), piece.strip())
        for line in lines
        if (piece := line.text[first:last]).strip() and not _PAGE.fullmatch(line.text)
    ]
    if not parts:
        return Cell("", Span(lines[0].start, lines[0].start))
    span = Span(parts[0][0], parts[-1][0] + len(parts[-1][1]))
    make = Cell if len(parts) == 1 else JoinedCell
    return make(" ".join(piece for _, piece in parts), span)
