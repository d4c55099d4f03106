"""Number and day that the clerk's software stamped into the blanks of a signed PDF.

The text layer of such a file has blanks ("Số:      /TB-UBND", "ngày      tháng 11"); what fills them stands only in the
appearance of a signature field. A stamp is taken only when it lies in a blank between the words that call for it, so a
registry seal ("ĐẾN Số …") or a time of signing never gets in.
"""

from __future__ import annotations

import re
from itertools import islice

from vanban.sources.glyphs import Glyph, Line, same_row, union

_VALUE = re.compile(r"\d{1,6}[^\W\d_]?")
#: A page has a handful of stamps; who sends more sends no document.
_MAX_STAMPS = 100

#: What stands before the blank, what stands after it, and what may fill it.
_BLANKS = (
    (re.compile(r"\bsố\s*:?\s*$", re.IGNORECASE), re.compile(r"\s*[/-]"), re.compile(r"\d{1,6}[a-zđA-ZĐ]?")),
    (re.compile(r"\bngày\s*$", re.IGNORECASE), re.compile(r"\s*tháng\b"), re.compile(r"0?[1-9]|[12]\d|3[01]")),
    (re.compile(r"\btháng\s*$", re.IGNORECASE), re.compile(r"\s*năm\b"), re.compile(r"0?[1-9]|1[0-2]")),
)


def fill_blanks(lines: list[Line], stamped: list[Glyph]) -> int:
    """Put stamped characters into the blanks of ``lines`` where they lie; returns the number of blanks filled.

    Two different stamps in one blank contradict each other, and the blank stays empty.
    """
    found: dict[tuple[int, int], set[str]] = {}
    words: dict[tuple[int, int], list[Glyph]] = {}
    candidates = (word for word in _words(stamped) if _VALUE.fullmatch("".join(glyph.char for glyph in word)))
    for word in islice(candidates, _MAX_STAMPS):
        place = _blank_for(word, lines)
        if place is not None:
            found.setdefault(place, set()).add("".join(glyph.char for glyph in word))
            words[place] = word
    filled = 0
    # From the back, so that earlier places keep their index.
    for (index, position), texts in sorted(found.items(), reverse=True):
        if len(texts) == 1:
            glyphs = lines[index].glyphs
            new = [Glyph(glyph.char, glyph.box, stamped=True) for glyph in words[index, position]]
            lines[index].glyphs = [*glyphs[:position], Glyph(" "), *new, *glyphs[position:]]
            filled += 1
    return filled


def _words(glyphs: list[Glyph]) -> list[list[Glyph]]:
    words: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if glyph.char.isspace():
            words.append([])
            continue
        last = words[-1]
        if last and not (
            same_row(last[-1].box, glyph.box) and abs(glyph.box[0] - last[-1].box[2]) < glyph.box[3] - glyph.box[1]
        ):
            words.append([])
        words[-1].append(glyph)
    return [word for word in words if word]


def _blank_for(word: list[Glyph], lines: list[Line]) -> tuple[int, int] | None:
    """Line and position in it where the word belongs, or None."""
    box = union([glyph.box for glyph in word])
    middle = (box[0] + box[2]) / 2
    row = [
        (glyph.box[0], index, position, glyph)
        for index, line in enumerate(lines)
        if same_row(line.box, box)
        for position, glyph in enumerate(line.glyphs)
        if not glyph.char.isspace() and same_row(glyph.box, box)
    ]
    row.sort(key=lambda item: item[0])
    before = [item for item in row if item[0] < middle]
    after = [item for item in row if item[0] >= middle]
    if not before or not after:
        return None
    text = "".join(glyph.char for glyph in word)
    left, right = _spaced(before), _spaced(after)
    for ahead, behind, value in _BLANKS:
        if ahead.search(left) and behind.match(right) and value.fullmatch(text):
            _, index, position, _ = before[-1]
            return index, position + 1
    return None


def _spaced(row: list[tuple[float, int, int, Glyph]]) -> str:
    """The text of a row, with a blank wherever there is room for one."""
    text = ""
    last: Glyph | None = None
    for _, _, _, glyph in row:
        if last is not None and glyph.box[0] - last.box[2] > 0.12 * (glyph.box[3] - glyph.box[1]):
            text += " "
        text += glyph.char
        last = glyph
    return text
