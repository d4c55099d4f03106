"""Marks of footnotes and powers: figures printed small and high become raised figures ("năm 2025²", "25 m²").

A mark that is kept apart cannot be taken for part of the number or symbol before it ("12/QĐ-UBND¹").
"""

from __future__ import annotations

import re
from array import array
from itertools import pairwise

from vanban.sources.glyphs import Characters, same_row

_FIGURES = re.compile(r"\d+")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: A mark has so many figures at most, and is so much smaller than what stands beside it.
_LONGEST, _SMALL = 3, 0.85
#: By which part of its neighbour's height a mark ends higher; a bracket reaches below a figure by less.
_HIGHER = 0.3
#: In points, by how much a mark in the smallest print still ends higher.
_LEAST = 1.0
_LINE_END = re.compile(r"\s?\n")


def with_raised_figures(characters: Characters) -> Characters:
    """The characters with raised figures, and the lines whole that PDFium breaks after a mark."""
    text, boxes = characters.text, characters.boxes
    bottoms = boxes[3::4]
    figures = (
        (_begin(characters, *found.span()), found.end())
        for found in _FIGURES.finditer(text)
        if _may_be_raised(text, bottoms, *found.span())
    )
    marks = [(start, end) for start, end in figures if start < end]
    if not marks:
        return characters
    pieces, places = [], array("f")
    at = 0
    for start, end in marks:
        broken = _LINE_END.match(text, end)
        after = broken.end() if broken and _goes_on(characters, start, broken.end()) else end
        pieces += [text[at:start], text[start:end].translate(RAISED)]
        places += boxes[4 * at : 4 * end]
        at = after
    whole = "".join([*pieces, text[at:]])
    return Characters(whole, places + boxes[4 * at :], legacy=characters.legacy, strange=characters.strange)


def _may_be_raised(text: str, bottoms: array[float], start: int, end: int) -> bool:
    """False for nearly every figure: it ends as low as what stands before it, and begins no line."""
    if start == 0 or text[start - 1] == "\n":
        return True
    # Dates and numbers of documents hold no marks ("26/01/2026").
    if text[start - 1] in "/-":
        return False
    return bottoms[end - 1] < bottoms[start if text[start - 1] == " " else start - 1] - _LEAST


def _begin(characters: Characters, start: int, end: int) -> int:
    """Where the raised part of a figure begins; its end if none is raised."""
    text = characters.text
    apart = start == 0 or text[start - 1].isspace()
    begins = start == 0 or text[start - 1] == "\n"
    if not begins and not _is_raised(characters, end - 1, start if apart else start - 1):
        return end
    for before, index in pairwise(range(start if apart else start - 1, end)):
        if _is_raised(characters, index, before):
            return index if end - index <= _LONGEST else end
    if not begins:
        return end
    # At the begin of a line stands the mark of the footnote itself; the word after it shows its size.
    word = next((index for index in range(end, min(end + 4, len(text))) if not text[index].isspace()), None)
    if word is None or end - start > _LONGEST or not _beside(characters, start, word):
        return end
    return start if _is_raised(characters, start, word) else end


def _is_raised(characters: Characters, index: int, beside: int) -> bool:
    """True when a character is smaller than the one beside it and ends higher."""
    boxes = characters.boxes
    bottom, lower = boxes[4 * index + 3], boxes[4 * beside + 3]
    height = lower - boxes[4 * beside + 1]
    return bottom < lower - _HIGHER * height and 0 < bottom - boxes[4 * index + 1] < _SMALL * height


def _goes_on(characters: Characters, mark: int, start: int) -> bool:
    """True when the line that begins at ``start`` stands right of the mark, on its row."""
    text = characters.text
    first = next((index for index in range(start, min(start + 4, len(text))) if text[index] != " "), None)
    return first is not None and not text[first].isspace() and _beside(characters, mark, first)


def _beside(characters: Characters, mark: int, other: int) -> bool:
    """True when a character stands right of the mark, on its row."""
    left, right = characters.box(mark, mark + 1), characters.box(other, other + 1)
    return same_row(left, right) and -1 < right[0] - left[2] < 3 * (right[3] - right[1])
