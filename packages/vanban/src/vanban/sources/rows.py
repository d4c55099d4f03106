"""Rows of cells that a format knows: a table of data stays a table, a table of layout gives its lines column by column.

Offices lay out the letterhead, and the signature beside Nơi nhận, as a table without borders. Such a table is no data:
its left column is read before its right one, as if each had been typed alone.
"""

from __future__ import annotations

import re

from vanban.sources.building import Row, TextBuilder

_LAYOUT = re.compile(
    r"cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập\s*-\s*tự do|nơi nhận\s*:|đảng bộ |"
    r"^\s*số\s*:?.{0,12}[-/]",
    re.IGNORECASE | re.MULTILINE,
)
_AUTHORITY = re.compile(r"\s*(?:(?:TM|KT|TL|TUQ)\.|[TK]/[MTL]\b)\s*[^\W\d_]")


def add_rows(lines: TextBuilder, rows: list[Row]) -> bool:
    """Put a table into the lines: as a table of data (then True), or column by column."""
    layout = is_layout(rows)
    if layout:
        for band in _bands(rows):
            # Of signatures side by side that of the body in charge stands on the right (HD36, 1.7.2).
            for column in sorted({start for row in band for start, _ in row}, reverse=_is_joint(band)):
                for row in band:
                    for start, text in row:
                        if start == column:
                            lines.add(text or "")
    else:
        lines.add_table([row for row in rows if row])
    return not layout


def is_layout(rows: list[Row]) -> bool:
    """A letterhead or signature table: few cells side by side, with the words that only stand there."""
    if not rows or len(rows) > 6 or max(len(row) for row in rows) > 3:
        return False
    if all(len(row) <= 1 for row in rows):
        return True
    return _is_joint(rows) or any(is_letterhead(text or "") for row in rows for _, text in row)


def is_letterhead(text: str) -> bool:
    """True for text with words that stand only in a letterhead or beside a signature."""
    return _LAYOUT.search(text) is not None


def _is_joint(rows: list[Row]) -> bool:
    """Signatures of several bodies side by side."""
    return any(len(row) > 1 and all(_AUTHORITY.match(text or "") for _, text in row) for row in rows)


def _bands(rows: list[Row]) -> list[list[Row]]:
    """Rows that stand side by side in columns; a row of one cell over the whole width is a band of its own."""
    bands: list[list[Row]] = []
    for row in rows:
        if bands and len(row) > 1 and len(bands[-1][-1]) > 1:
            bands[-1].append(row)
        else:
            bands.append([row])
    return bands
