"""A tree of HTML into lines and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from lxml import etree

from vanban.sources.building import Row, TextBuilder
from vanban.sources.limits import MAX_CELLS, Unreadable
from vanban.sources.numbering import formatted, number_of
from vanban.sources.rows import add_rows

_LEFT_OUT = {
    "script", "style", "head", "noscript", "template", "iframe", "object", "svg", "nav", "aside", "form", "button",
    "select", "textarea", "del", "title",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "hr",
    "article", "main", "header", "footer", "center", "figure", "body", "td", "th", "tr", "caption",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_ORDERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
#: Deeper than any page that people or programs write.
_MAX_DEPTH = 200
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def left_out(element: etree._Element) -> bool:
    """True for what a reader of the page does not see, or what is no part of its text."""
    return (
        element.tag in _LEFT_OUT
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def read_page(element: etree._Element, lines: TextBuilder) -> None:
    """Put the blocks and tables of an element into the lines; raises :class:`Unreadable` when nested too deep."""
    page = _Page(_Lines(lines))
    page.read(element, 0)
    page.end_line()


class _Sink(Protocol):
    def add(self, text: str) -> object: ...

    def add_rows(self, rows: list[Row]) -> None: ...


class _Lines:
    """The text of the whole page."""

    def __init__(self, lines: TextBuilder) -> None:
        self._lines = lines
        self.add = lines.add

    def add_rows(self, rows: list[Row]) -> None:
        add_rows(self._lines, rows)


class _CellLines:
    """The lines of one cell; a table in a cell gives a line a row."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.add = self.lines.append

    def add_rows(self, rows: list[Row]) -> None:
        self.lines += [" ".join(text for _, text in row if text) for row in rows]


class _Page:
    def __init__(self, sink: _Sink) -> None:
        self._sink = sink
        self._parts: list[str] = []
        #: The label of an item that has no word yet.
        self._mark = ""
        self._counts: dict[etree._Element, int] = {}

    def end_line(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._parts)).strip(" ")
        self._parts.clear()
        if text:
            self._sink.add(self._mark + text)
            self._mark = ""

    def read(self, element: etree._Element, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise Unreadable("Trang web có cấu trúc lồng nhau quá sâu; không đọc.", "html")
        if left_out(element):
            return
        if element.tag == "table":
            self.end_line()
            self._table(element, depth)
        elif element.tag == "pre":
            self.end_line()
            for line in "".join(map(str, element.itertext())).splitlines():
                self._sink.add(line)
        else:
            block = element.tag in _BLOCKS
            if block or element.tag == "br":
                self.end_line()
            if element.tag == "li":
                self._mark = self._label(element)
            self._inside(element, depth)
            if block:
                self.end_line()

    def _inside(self, element: etree._Element, depth: int) -> None:
        self._parts.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self.read(child, depth + 1)
            self._parts.append(child.tail or "")

    def _label(self, item: etree._Element) -> str:
        """What a browser prints before an item of a list."""
        order = item.getparent()
        if order is None or order.tag != "ol":
            return "- "
        counted = self._counts.get(order, number_of(order.get("start"), 1) - 1)
        number = self._counts[order] = number_of(item.get("value"), counted + 1)
        return f"{formatted(number, _ORDERS.get(order.get('type') or '', 'decimal'))}. "

    def _table(self, table: etree._Element, depth: int) -> None:
        if any(True for _ in table.iterdescendants("table")):
            # Cells around other tables lay out the page.
            for row in _rows(table):
                for cell in row.iterchildren("td", "th"):
                    self.read(cell, depth + 1)
            return
        self._sink.add_rows(_placed(table, depth))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for part in table.iterchildren("caption", "tr", "thead", "tbody", "tfoot"):
        if part.tag == "tr":
            yield part
        else:
            yield from part.iterchildren("tr")


def _placed(table: etree._Element, depth: int) -> list[Row]:
    """The cells of a table, each at its column; empty ones under a cell that spans rows."""
    rows: list[Row] = []
    #: Column of a cell that reaches down: rows that it still covers, and its width.
    covered: dict[int, tuple[int, int]] = {}
    count = 0
    for element in _rows(table):
        row: Row = []
        begun: dict[int, tuple[int, int]] = {}
        column = 0
        for cell in element.iterchildren("td", "th"):
            column = _pass(covered, column, row)
            width = max(1, min(100, number_of(cell.get("colspan"), 1)))
            height = number_of(cell.get("rowspan"), 1)
            if height > 1:
                begun[column] = (height - 1, width)
            row.append((column, _cell(cell, depth)))
            column += width
        row += [(place, None) for place in sorted(covered) if place >= column]
        covered = {place: (left - 1, width) for place, (left, width) in covered.items() if left > 1} | begun
        rows.append(row)
        count += 1 + len(row)
        if count > MAX_CELLS:
            raise Unreadable(f"Bảng có hơn {MAX_CELLS // 1_000_000} triệu ô, vượt giới hạn đọc.", "html")
    return [row for row in rows if any(text for _, text in row)]


def _pass(covered: dict[int, tuple[int, int]], column: int, row: Row) -> int:
    """The next column that no cell from above covers; covered ones go into the row as empty cells."""
    while column in covered:
        row.append((column, None))
        column += covered[column][1]
    return column


def _cell(cell: etree._Element, depth: int) -> str:
    collected = _CellLines()
    page = _Page(collected)
    page.read(cell, depth + 1)
    page.end_line()
    return "\n".join(collected.lines)
