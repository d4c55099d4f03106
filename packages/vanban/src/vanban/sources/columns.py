"""Two columns side by side: the letterhead, and the signature beside Nơi nhận.

A text layer often runs both columns together on one line. With the places of the characters they are told apart again:
the left column's lines first, then the right column's, as if each had been typed alone.
"""

from __future__ import annotations

import re
from collections import Counter

from vanban.sources.glyphs import SPACE, Glyph, Line, same_row

_MOTTO = re.compile(r"C.NG H.{1,2}A X. H.I CH. NGH.A VI.T NAM|Đ.NG C.NG S.N VI.T NAM")
_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b")
_NUMBER = re.compile(r"^\s*Số\b")
_RECIPIENTS = re.compile(r"^\s*Nơi nhận\b")
_NOTE = re.compile(r"\s*[¹²³⁰⁴-⁹]{1,3}\s*\w")
_AUTHORITY = re.compile(r"\s*(?:(?:TM|KT|TL|TUQ)\.|[TK]/[MTL]\b)\s*[^\W\d_]")
_MARK = re.compile(r"[MTLQ]\.|/[MTL]")  # what every authority holds: looking for it is quicker
#: The right column begins right of this part of the page's width.
_RIGHT = 0.36
#: Points by which a first line may stand in.
_MIN_INDENT, _MAX_INDENT = 8, 80
#: By how many points it does as a rule: 10 to 12.7 mm (Nghị định 30, Phụ lục I, II.6.e).
_FIRST_LINES = (25, 40)


def split_columns(lines: list[Line], width: float, height: float, *, first_page: bool) -> list[Line]:
    """Put the columns of the letterhead (first page) and of the signature block one after the other."""
    if first_page:
        lines = _split_head(lines, width, height)
    lines = _split_joint_signatures(lines, width)
    start = next((line.box[1] for line in lines if _RECIPIENTS.match(line.text)), None)
    if start is None:
        return lines
    notes = _footnotes(lines, start)
    below = [line for line in lines if line.printed and line.box[3] > start and line not in notes]
    taken = set(map(id, below + notes))
    above = [line for line in lines if id(line) not in taken]
    columns = _by_column([line for line in below if not _is_row(line)], width)
    # Footnotes at the foot of the page belong to the text above the signature.
    return above + notes + columns + [line for line in below if _is_row(line)]


def _is_row(line: Line) -> bool:
    """True for a row of a table, which has its own columns."""
    return bool(line.cells) or line.fixed


def _footnotes(lines: list[Line], start: float) -> list[Line]:
    """The lines below ``start`` from the first that begins with a raised figure."""
    below = sorted((line for line in lines if line.printed and line.box[1] > start), key=lambda line: line.box[1])
    first = next((place for place, line in enumerate(below) if _NOTE.match(line.text)), len(below))
    return below[first:]


def _split_joint_signatures(lines: list[Line], width: float) -> list[Line]:
    """Signatures of several bodies side by side: that of the body in charge, on the right, first (HD36, 1.7.2)."""
    marked = [line for line in lines if _MARK.search(line.text)]
    if not marked:
        return lines
    signing = [line for line in marked if line.printed and not line.cells and _AUTHORITY.search(line.text)]
    rights = [line for line in signing if line.box[0] > width * _RIGHT or _AUTHORITY.match(_parts(line, width)[1].text)]
    lefts = [line for line in signing if line.box[0] < width * _RIGHT and _AUTHORITY.match(line.text)]
    pair = next(((a, b) for a in lefts for b in rights if a is b or same_row(a.box, b.box)), None)
    if pair is None:
        return lines
    top = min(line.box[1] for line in pair)
    end = next((line.box[1] for line in lines if line.box[1] > top and _RECIPIENTS.match(line.text)), None)
    block = [line for line in lines if line.printed and line.box[1] >= top and (end is None or line.box[3] <= end)]
    first = min(lines.index(line) for line in block)
    taken = set(map(id, block))
    rest = [line for line in lines if id(line) not in taken]
    return [*rest[:first], *_by_column(block, width, right_first=True), *rest[first:]]


def indent_first_lines(lines: list[Line]) -> None:
    """Put blanks before lines that begin right of the page's left edge, as a typist would; rows of tables have none.

    A paragraph's first line stands in by 10 to 12.7 mm (Nghị định 30, Phụ lục I, II.6), which tells paragraphs apart.
    """
    edges = Counter(round(line.box[0]) for line in lines if line.printed and not _is_row(line))
    if not edges:
        return
    # Wrapped lines begin at the edge; where paragraphs are short, first lines are as many, or more by far.
    common, most = max(edges.items(), key=lambda found: (found[1], -found[0]))
    edge = min(
        place
        for place, count in edges.items()
        if count * 2 >= most or (count > 2 and _FIRST_LINES[0] <= common - place <= _FIRST_LINES[1])
    )
    for line in lines:
        if line.printed and not _is_row(line) and _MIN_INDENT < line.box[0] - edge < _MAX_INDENT:
            blanks = round((line.box[0] - edge) / (0.5 * (line.box[3] - line.box[1])))
            line.indent = max(3, blanks)


def _split_head(lines: list[Line], width: float, height: float) -> list[Line]:
    motto = next((line for line in lines if line.box[1] < height * 0.3 and _MOTTO.search(line.text.upper())), None)
    if motto is None:
        return lines
    # The first date and the first number below the motto close the letterhead; later ones belong to the text.
    limit = motto.box[3] + height * 0.2
    below = sorted((line for line in lines if motto.box[1] <= line.box[1] < limit), key=lambda line: line.box[1])
    ends = [
        found.box[3]
        for pattern in (_DATE, _NUMBER)
        if (found := next((line for line in below if pattern.search(line.text)), None)) is not None
    ]
    bottom = max(ends, default=motto.box[3])
    head = [line for line in lines if line.printed and not _is_row(line) and (line.box[1] + line.box[3]) / 2 < bottom]
    taken = set(map(id, head))
    return _by_column(head, width) + [line for line in lines if id(line) not in taken]


def _by_column(lines: list[Line], width: float, *, right_first: bool = False) -> list[Line]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        for piece, column in zip(_parts(line, width), (left, right), strict=True):
            if piece.printed:
                column.append(piece)
    return in_rows(right) + in_rows(left) if right_first else in_rows(left) + in_rows(right)


def _parts(line: Line, width: float) -> tuple[Line, Line]:
    """What of a line stands in the left column, and what in the right."""
    cut = _cut(line, width)
    return Line(line.glyphs[:cut]), Line(line.glyphs[cut:])


def _cut(line: Line, width: float) -> int:
    """Index of the first character of the right column; the line's length when there is none."""
    last = None
    for index, glyph in enumerate(line.glyphs):
        if glyph.char.isspace() or (glyph.stamped and last is None):
            continue
        if glyph.box[0] >= width * _RIGHT and not glyph.stamped:
            gap = None if last is None else glyph.box[0] - last.box[2]
            if gap is None or gap > 1.1 * (glyph.box[3] - glyph.box[1]) or gap < -width * 0.1:
                return index
        last = glyph
    return len(line.glyphs)


def in_rows(lines: list[Line]) -> list[Line]:
    """Lines from top to bottom, pieces of one row joined from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box[1] + line.box[3]) / 2):
        if rows and same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    joined = []
    for row in rows:
        glyphs: list[Glyph] = []
        for line in sorted(row, key=lambda line: line.box[0]):
            glyphs.extend([SPACE, *line.glyphs] if glyphs else line.glyphs)
        joined.append(Line(glyphs))
    return joined
