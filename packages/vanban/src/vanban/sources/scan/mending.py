"""What the recogniser gets wrong in its own ways, put right by what the page shows: Roman numerals, small and capital
letters of one shape, letters read twice.
"""

from __future__ import annotations

import re
from statistics import median

import numpy as np

from vanban.sources.glyphs import Glyph, Line, union
from vanban.sources.scan.sheet import SCALE, Sheet

#: Letters whose small form looks like the capital, and small letters that show how high those are.
_ONE_SHAPE = frozenset("COSUVWXZ")
_SMALL = frozenset("acemnorsuvxz")
_TALL = frozenset("bdhklABDEGHIKLMNPQRT")
#: A numeral of strokes: at the start of a line, or after these words.
_NUMERAL = re.compile(
    r"(?:^\s*|\b(?:quý|phần|chương|mục|phụ lục|loại|hạng|cấp)\s+)(?P<numeral>[IHlVX|]*[IHl|][IHlVX|]*)(?=[.,;:/)\s]|$)",
    re.IGNORECASE,
)
#: A year has four quarters, so these are strokes and no figures.
_QUARTER = re.compile(r"\bquý\s+(?P<numeral>[1IHl|]{2,4})(?=[.,;:/)\s]|$)", re.IGNORECASE)
#: Specks before a line that are taken for signs.
_SPECKS = re.compile(r"[\s,.;:'`’‘·°_|~^¡!]+(?=[^\W\d_])")
#: A numeral that was recognised more surely than this is left alone.
_SURE = 0.9


def mend_line(line: Line, sheet: Sheet) -> None:
    """Mend a recognised line, whose places are points of ``sheet``."""
    if specks := _SPECKS.match(line.text):
        line.glyphs = line.glyphs[specks.end() :]
    _drop_doubles(line)
    _mend_case(line)
    _mend_numerals(line, sheet)


def _drop_doubles(line: Line) -> None:
    """The letter Đ is at times given twice, in two codes; and the c of "b/c" as a capital or a sign of money."""
    glyphs: list[Glyph] = []
    for glyph in line.glyphs:
        char = {"Ð": "Đ", "ð": "đ", "⁄": "/", "∕": "/"}.get(glyph.char, glyph.char)
        if char in "€C" and [glyph.char for glyph in glyphs[-2:]] == ["b", "/"]:
            char = "c"
        if not (char in "Đđ" and glyphs and glyphs[-1].char == char):
            glyphs.append(glyph._replace(char=char))
    line.glyphs = glyphs


def _mend_case(line: Line) -> None:
    """A capital as low as the small letters of its line is a small letter."""
    small = [box[3] - box[1] for char, box, *_ in line.glyphs if char in _SMALL]
    tall = [box[3] - box[1] for char, box, *_ in line.glyphs if char in _TALL]
    if len(small) < 2:
        return
    # Capitals of Times New Roman are 1.48 times as high as its small letters.
    limit = median(small) + 0.4 * ((median(tall) if tall else 1.48 * median(small)) - median(small))
    line.glyphs = [
        glyph._replace(char=glyph.char.lower())
        if glyph.char in _ONE_SHAPE and glyph.box[3] - glyph.box[1] < limit
        else glyph
        for glyph in line.glyphs
    ]


def _mend_numerals(line: Line, sheet: Sheet) -> None:
    """ "II" printed close is taken for an H: where the strokes have no bar between them they are counted."""
    found = _QUARTER.search(line.text) or _NUMERAL.search(line.text)
    if found is None:
        return
    start, end = found.span("numeral")
    letters = line.glyphs[start:end]
    printed = numeral = "".join(glyph.char for glyph in letters)
    if "H" not in numeral and "1" not in numeral and min(glyph.confidence for glyph in letters) > _SURE:
        return
    if set(numeral) <= set("1IHl|"):
        numeral = _strokes(letters, sheet) or numeral
    if numeral != "H":
        numeral = re.sub("I{4,}", "III", re.sub(r"[1l|]", "I", numeral.replace("H", "II")))
    if numeral == printed:
        return
    places = [letters[min(len(letters) - 1, at * len(letters) // len(numeral))] for at in range(len(numeral))]
    new = [place._replace(char=char) for place, char in zip(places, numeral, strict=True)]
    line.glyphs = [*line.glyphs[:start], *new, *line.glyphs[end:]]


def _strokes(letters: list[Glyph], sheet: Sheet) -> str | None:
    """ "I" for each upright stroke where the letters stand, "H" where a bar joins two; None where neither is seen."""
    x0, y0, x1, y1 = (round(side / SCALE) for side in union(glyph.box for glyph in letters))
    dark = sheet.grey[y0:y1, x0:x1] < 140
    if dark.shape[0] < 10 or dark.shape[1] < 6:
        return None
    high = len(dark)
    # Between the serifs, above and below the bar of an H.
    upright = dark[high // 4 : high * 2 // 5].mean(axis=0) > 0.6
    count = int((np.diff(np.pad(upright, 1).astype(np.int8)) == 1).sum())
    bar = dark[high * 2 // 5 : high * 3 // 5].mean(axis=1).max() > 0.75
    if count == 2 and bar:
        return "H"
    return "I" * count if 1 <= count <= 3 else None
