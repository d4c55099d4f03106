"""The blanks of a letterhead, "Số: … /KH-UBND" and "ngày … tháng … năm …", which offices fill in by stamp or by hand.

What is printed there stays. What is written by hand, or may be, is taken out of the text and given as a picture for a
person to type from: a guess at a number would be registered as a fact.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from vanban.model import Handwriting
from vanban.sources.glyphs import SPACE, Box, Glyph, Line, union
from vanban.sources.scan.digits import printed_figure
from vanban.sources.scan.light import Grey
from vanban.sources.scan.sheet import SCALE, Sheet
from vanban.sources.scan.strokes import Stroke, strokes

#: The letterhead ends above this part of the page's height.
_HEAD = 0.45
#: The words around the blanks, as they are recognised at times, and what is found between them.
_NUMBER = re.compile(
    r"^\W*S[ôốồổỗộóòỏõọoÓỐÔ6]\s?[:;.,]?(?P<number>.*?)(?P<sign>(?:[/|⁄]\s?(?:19|20)\d\d\s?)?[/|⁄–-]?)\s?"
    r"(?=[A-ZĐƯ]{2}[\w&.]*\s?[-–/])"
)
_DATE = re.compile(
    r"\bng[àaáạảã]y(?P<day>.*?)\bth[áaảàâạ]ng(?P<month>.*?)\bn[ăaâắáẳàä]m\s*(?P<year>\S.*)?$", re.IGNORECASE
)
_FIGURES = {"number": re.compile(r"\d{1,6}"), "day": re.compile(r"\d{1,2}"), "month": re.compile(r"\d{1,2}")}
#: Least likeness of each figure to print, and of all together; least confidence of the recognition.
_EACH, _ALL, _SURE = 0.8, 0.86, 0.6
#: Ink that is this far from grey comes from a pen or a stamp pad.
_COLOURED = 60
#: What is darker than this is ink.
_INK = 150


@dataclass(frozen=True, slots=True)
class _Blank:
    """Glyphs ``start`` to ``end`` of a line; ``box``, in points, is the room for them, as high as the words beside."""

    field: str
    start: int
    end: int
    box: Box


def take_handwriting(lines: list[Line], sheet: Sheet, page: int) -> list[Handwriting]:
    """Take what is not print out of the blanks of the letterhead; ``lines`` and their places are of ``sheet``."""
    pictures: dict[str, Handwriting] = {}
    for line in lines:
        if not line.printed or line.box[1] > _HEAD * sheet.size[1]:
            continue
        row = line.box
        written: list[Box] = []
        fields = set()
        # From the back, so that earlier places keep their index.
        for blank in reversed(list(_blanks(line))):
            glyphs = [glyph for glyph in line.glyphs[blank.start : blank.end] if glyph.char not in " .…_"]
            ink = _ink(blank, sheet)
            if glyphs and ink and _is_print(blank, glyphs, ink, sheet):
                continue
            line.glyphs = [*line.glyphs[: blank.start], *[SPACE] * 3, *line.glyphs[blank.end :]]
            fields.add("number" if blank.field == "number" else "date")
            if ink or glyphs:
                written.append(union([_place(blank, stroke) for stroke in ink]) if ink else blank.box)
        for field in fields if written else ():
            pictures.setdefault(field, _picture(field, row, union(written), sheet, page))
    return list(pictures.values())


def _blanks(line: Line) -> Iterator[_Blank]:
    """The blanks of a line from left to right."""
    text = line.text
    for pattern in (_NUMBER, _DATE):
        found = pattern.search(text)
        for field in _FIGURES if found else ():
            if found is None or field not in pattern.groupindex:
                continue
            start, end = found.span(field)
            before = [glyph.box for glyph in line.glyphs[:start] if not glyph.char.isspace()]
            after = [glyph.box for glyph in line.glyphs[end:] if not glyph.char.isspace()]
            if before and after:
                beside = union([*before[-2:], *after[:4]])
                yield _Blank(field, start, end, (before[-1][2], beside[1], after[0][0], beside[3]))


def _part(blank: _Blank) -> tuple[slice, slice]:
    """The rows and columns of the sheet in which a pen may have filled the blank."""
    x0, y0, x1, y1 = (side / SCALE for side in blank.box)
    high = y1 - y0
    return slice(max(0, int(y0 - 0.5 * high)), int(y1 + 0.4 * high)), slice(
        max(0, int(x0 - 0.2 * high)), int(x1 + 0.2 * high)
    )


def _ink(blank: _Blank, sheet: Sheet) -> list[Stroke]:
    """The strokes that stand in the blank; dots, rules and specks are none."""
    part = _part(blank)
    high = (blank.box[3] - blank.box[1]) / SCALE
    margin = 0.2 * high
    wide = part[1].stop - part[1].start
    dark = (sheet.ink[part] < _INK) | (sheet.colour[part] > _COLOURED)
    return [
        stroke
        for stroke in strokes(dark)
        if stroke.height > 0.3 * high and margin < stroke.x + stroke.width / 2 < wide - margin
    ]


def _place(blank: _Blank, stroke: Stroke) -> Box:
    rows, columns = _part(blank)
    x, y = columns.start + stroke.x, rows.start + stroke.y
    return x * SCALE, y * SCALE, (x + stroke.width) * SCALE, (y + stroke.height) * SCALE


def _is_print(blank: _Blank, glyphs: list[Glyph], ink: list[Stroke], sheet: Sheet) -> bool:
    """Is each stroke the printed figure that was recognised, of one height, on one line, without colour?"""
    text = "".join(glyph.char for glyph in glyphs)
    if not _FIGURES[blank.field].fullmatch(text) or len(ink) != len(text):
        return False
    if min(glyph.confidence for glyph in glyphs) < _SURE:
        return False
    tall, low = max(stroke.height for stroke in ink), min(stroke.height for stroke in ink)
    ends = [stroke.bottom for stroke in ink]
    if low < 0.85 * tall or max(ends) - min(ends) > 0.15 * tall:
        return False
    likeness = []
    rows, columns = _part(blank)
    for stroke, char in zip(ink, text, strict=True):
        place = (
            slice(rows.start + stroke.y, rows.start + stroke.bottom),
            slice(columns.start + stroke.x, columns.start + stroke.right),
        )
        if np.median(sheet.colour[place][stroke.mask]) > _COLOURED / 2:
            return False
        dark = 255 - sheet.ink[place].astype(float)
        figure, like = printed_figure(
            np.clip(dark * (255 / max(1.0, np.percentile(dark, 99))), 0, 255).astype(np.uint8)
        )
        if figure != char or like < _EACH:
            return False
        likeness.append(like)
    return sum(likeness) / len(likeness) >= _ALL


def _picture(field: str, row: Box, place: Box, sheet: Sheet, page: int) -> Handwriting:
    """The whole row, so that one sees what the figures stand for; every colour shows dark."""
    margin = 0.6 * (row[3] - row[1])
    x0, y0, x1, y1 = union([row, place])
    pixels = [max(0, round(side / SCALE)) for side in (x0 - margin, y0 - margin, x1 + margin, y1 + margin)]
    part = (slice(pixels[1], pixels[3]), slice(pixels[0], pixels[2]))
    darkest: Grey = sheet.ink[part] - np.minimum(sheet.ink[part], sheet.colour[part])
    out = io.BytesIO()
    Image.fromarray(darkest).save(out, "PNG")
    return Handwriting("number" if field == "number" else "date", page, sheet.place(place), out.getvalue())
