"""Number and day that the clerk's software stamped into the blanks of a signed PDF, and the seals beside them.

The text layer of such a file has blanks ("Số:      /TB-UBND", "ngày ..... tháng 11"); what fills them stands only in
the appearance of a signature field. A stamp is taken only when it lies in a blank between the words that call for it,
so a registry seal ("ĐẾN Số …") or a time of signing never gets in. A figure that is printed there already was a
draft's: the stamp over it came later and wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from vanban.model import Seal
from vanban.seals import read_seals
from vanban.sources.glyphs import SPACE, Glyph, Line, same_row, union

#: A page has a handful of stamps; who sends more sends no document.
_MAX_STAMPS = 100
#: What is printed in a blank for somebody to write over.
_FILLER = re.compile(r"[\d.…_]")
#: Points to the side of the word ĐẾN in which the other lines of its seal stand, and between two of them.
_ASIDE, _CLOSE = 60, 16


@dataclass(frozen=True, slots=True)
class _Blank:
    """What stands before a blank, what stands after it (a tab for a wide gap), and what may fill it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    value: re.Pattern[str]


_BLANKS = tuple(
    _Blank(re.compile(before, re.IGNORECASE), re.compile(after), re.compile(value))
    for before, after, value in (
        (r"\bsố\s*:?\s*$", r"\s*[/-]", r"\d{1,6}[a-zđA-ZĐ]?"),
        (r"\bsố\s*:?\s*$", r"\t|$", r"\d{1,6}[a-zđA-ZĐ]?[/-][A-ZĐa-z\d]+(?:[/&-][A-ZĐa-z\d]+)*"),
        (r"\bngày\s*$", r"\s*tháng\b", r"0?[1-9]|[12]\d|3[01]"),
        (r"\btháng\s*$", r"\s*năm\b", r"0?[1-9]|1[0-2]"),
        (r"\bngày\s*$", r"\t|$", r"\d{1,2} tháng \d{1,2} năm \d{4}"),
    )
)


def stamps_of(glyphs: list[Glyph]) -> list[Line]:
    """Stamped characters as what stands together: a stamp has no lines with others, whatever order they were put in."""
    return [Line(piece) for piece in _parted(glyphs, 1.5, keep_blanks=True)]


def take_seals(stamped: list[Line]) -> tuple[list[Line], list[Seal]]:
    """Part the arrival seals from the other stamps; the places of a seal's values are not in the text."""
    seals: list[Seal] = []
    rest = sorted(stamped, key=lambda line: line.box[1])
    for name in [line for line in rest if "ĐẾN" in line.text]:
        lines = _around(name, rest)
        text = "\n".join(line.text.strip() for line in lines)
        if found := read_seals(text):
            seals.append(_without_places(found[0], text))
            rest = [line for line in rest if line not in lines]
    return rest, seals


def _around(name: Line, stamped: list[Line]) -> list[Line]:
    """The lines above and below the word ĐẾN, from top to bottom, that follow each other closely."""
    column = [line for line in stamped if line.box[0] < name.box[2] + _ASIDE and line.box[2] > name.box[0] - _ASIDE]
    first = last = column.index(name)
    while first and column[first].box[1] - column[first - 1].box[3] < _CLOSE:
        first -= 1
    while last + 1 < len(column) and column[last + 1].box[1] - column[last].box[3] < _CLOSE:
        last += 1
    return column[first : last + 1]


def _without_places(seal: Seal, text: str) -> Seal:
    """The seal with the whole of its text, as values that stand nowhere in the text layer."""
    return Seal(
        replace(seal.text, value=" ".join(text.split()), span=None, rule="derived.seal.stamp"),
        seal.number and replace(seal.number, span=None, rule="derived.seal.stamp"),
        seal.date and replace(seal.date, span=None),
    )


@dataclass(slots=True)
class _Place:
    """Where a stamp belongs: a line, the characters of it that it covers, and where it goes in."""

    line: int
    position: int
    covered: tuple[int, ...] = ()


def fill_blanks(lines: list[Line], stamped: list[Line]) -> list[str]:
    """Put stamps into the blanks of ``lines`` where they lie; returns the printed figures that they replace.

    Two different stamps in one blank contradict each other, and the blank stays as it is.
    """
    found: dict[tuple[int, int], dict[str, tuple[_Place, list[Glyph]]]] = {}
    for stamp in islice(_candidates(stamped), _MAX_STAMPS):
        text = "".join(glyph.char for glyph in stamp)
        place = _place_of(stamp, text, lines)
        if place is not None:
            found.setdefault((place.line, place.position), {})[text] = (place, stamp)
    replaced: list[str] = []
    # From the back, so that earlier places keep their index.
    for _, stamps in sorted(found.items(), reverse=True):
        if len(stamps) == 1:
            ((place, stamp),) = stamps.values()
            under = "".join(lines[place.line].glyphs[index].char for index in place.covered)
            if any(char.isdigit() for char in under):
                replaced.append(under)
            _put(lines[place.line], place, stamp)
    return replaced


def _put(line: Line, place: _Place, stamp: list[Glyph]) -> None:
    new = [Glyph(" "), *(Glyph(glyph.char, glyph.box, stamped=True) for glyph in stamp)]
    kept = [(index, glyph) for index, glyph in enumerate(line.glyphs) if index not in place.covered]
    before = [glyph for index, glyph in kept if index < place.position]
    line.glyphs = [*before, *new, *(glyph for index, glyph in kept if index >= place.position)]


def _candidates(stamped: list[Line]) -> list[list[Glyph]]:
    """The stamps, and the words of them, that may fill some blank."""
    words = [word for line in stamped for word in _parted(line.glyphs, 0.5, keep_blanks=False)]
    return [
        piece
        for piece in (*words, *(line.glyphs for line in stamped))
        if any(blank.value.fullmatch("".join(glyph.char for glyph in piece)) for blank in _BLANKS)
    ]


def _parted(glyphs: list[Glyph], gap: float, *, keep_blanks: bool) -> list[list[Glyph]]:
    """Glyphs parted where a gap is wider than ``gap`` times their height, and at blanks unless these are kept."""
    pieces: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    blank = False
    for glyph in glyphs:
        if glyph.char.isspace():
            blank = True
            continue
        height = glyph.box[3] - glyph.box[1]
        if last is not None and (
            not same_row(last.box, glyph.box)
            or abs(glyph.box[0] - last.box[2]) > gap * height
            or (blank and not keep_blanks)
        ):
            pieces.append([])
        elif blank and pieces[-1]:
            pieces[-1].append(SPACE)
        pieces[-1].append(glyph)
        last, blank = glyph, False
    return [piece for piece in pieces if piece]


@dataclass(frozen=True, slots=True)
class _Printed:
    """A printed character beside a stamp."""

    glyph: Glyph
    line: int
    position: int


def _place_of(stamp: list[Glyph], text: str, lines: list[Line]) -> _Place | None:
    """Where the stamp belongs, or None."""
    box = union(glyph.box for glyph in stamp)
    row = [
        _Printed(glyph, index, position)
        for index, line in enumerate(lines)
        if same_row(line.box, box)
        for position, glyph in enumerate(line.glyphs)
        if not glyph.char.isspace() and same_row(glyph.box, box)
    ]
    row.sort(key=lambda item: item.glyph.box[0])
    first, last = _covered(row, box)
    before, after = row[:first], row[last:]
    if not before:
        return None
    left, right = _spaced(before), _spaced(after, box[2])
    for blank in _BLANKS:
        if blank.before.search(left) and blank.after.match(right) and blank.value.fullmatch(text):
            end = before[-1]
            under = tuple(item.position for item in row[first:last] if item.line == end.line)
            return _Place(end.line, end.position + 1, under)
    return None


def _covered(row: list[_Printed], box: tuple[float, float, float, float]) -> tuple[int, int]:
    """The part of a row that a stamp is printed over: dots, or a figure, the whole of it."""
    middle = (box[0] + box[2]) / 2
    first = next((place for place, item in enumerate(row) if _middle(item) >= middle), len(row))
    last = first
    while first and _FILLER.match(row[first - 1].glyph.char):
        first -= 1
    while last < len(row) and _FILLER.match(row[last].glyph.char):
        last += 1
    return first, last


def _middle(item: _Printed) -> float:
    return (item.glyph.box[0] + item.glyph.box[2]) / 2


def _spaced(row: list[_Printed], start: float | None = None) -> str:
    """The text of a row, with a blank wherever there is room for one and a tab where there is much."""
    text = ""
    edge = start
    for item in row:
        box = item.glyph.box
        height = box[3] - box[1]
        if edge is not None and box[0] - edge > 0.12 * height:
            text += "\t" if box[0] - edge > 2 * height else " "
        text += item.glyph.char
        edge = box[2]
    return text
