"""The blanks of a letterhead, "Số: … /KH-UBND" and "ngày … tháng … năm …", which offices fill in by stamp or by hand.

What is printed there stays. What is written by hand, or may be, is taken out of the text and given as a picture for a
person to type from: a guess at a number would be registered as a fact.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Literal

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
    r"^\W*S[ôốồổỗộóòỏõọo6]\s?[:;.,]?(?P<number>.*?)(?P<sign>(?:[/|⁄]\s?(?:19|20)\d\d\s?)?[/|⁄–-]?)\s?"
    r"(?=[A-ZĐƯ]{2}[\w&.]*\s?[-–/])"
)
_DATE = re.compile(
    r"^(?:[^\d,.;]{0,45}[,.;]\s*)?ng\wy(?P<day>.*?)\bth\wng(?P<month>.*?)\bn\wm\s*(?P<year>\d{2,4})?\W*$", re.IGNORECASE
)
_FIGURES = {"number": range(1, 7), "day": range(1, 3), "month": range(1, 3)}
#: Letters that are recognised in place of figures.
_TWINS = str.maketrans("IÌÍl|!⁄OoSBZ", "111111100582")
#: Least likeness to print of each figure and of all together: where the recogniser agrees and they stand like the print
#: beside them, where it agrees, and where shape alone tells.
_FITTING, _AGREED, _ALONE = (0.8, 0.85), (0.84, 0.88), (0.9, 0.94)
#: Less than this sure, and the recogniser does not count as agreeing.
_SURE = 0.6
#: Ink that is this far from grey comes from a pen or a stamp pad.
_COLOURED = 60
#: What is darker than this is ink.
_INK = 150


@dataclass(frozen=True, slots=True)
class _Blank:
    """Glyphs ``start`` to ``end`` of a line; ``box``, in points, is the room for them, as high as the words beside.

    ``like`` is where figures of the same line, or capitals, are printed.
    """

    field: str
    start: int
    end: int
    box: Box
    like: Box

    @property
    def told(self) -> Literal["number", "date"]:
        """The field of the document that the blank belongs to."""
        return "number" if self.field == "number" else "date"


def take_handwriting(lines: list[Line], sheet: Sheet, page: int) -> list[Handwriting]:
    """Take what is not print out of the blanks of the letterhead; ``lines`` and their places are of ``sheet``."""
    pictures: list[Handwriting] = []
    seen: set[str] = set()
    for line in sorted(lines, key=lambda line: line.box[1]):
        if not line.printed or line.box[1] > _HEAD * sheet.size[1]:
            continue
        row = line.box
        written: list[Box] = []
        # The first line of each form is the letterhead's; dates below belong to the text.
        blanks = [blank for blank in _blanks(line) if blank.told not in seen]
        seen |= {blank.told for blank in blanks}
        # From the back, so that earlier places keep their index.
        for blank in reversed(blanks):
            glyphs = [glyph for glyph in line.glyphs[blank.start : blank.end] if glyph.char not in " .…_"]
            ink = _ink(blank, sheet)
            figures = _printed(blank, glyphs, ink, sheet)
            line.glyphs = [*line.glyphs[: blank.start], *(figures or [SPACE] * 3), *line.glyphs[blank.end :]]
            if not figures and (ink or glyphs):
                written.append(union(_place(blank, stroke) for stroke in ink) if ink else blank.box)
        if written:
            pictures.append(_picture(blanks[0].told, row, union(written), sheet, page))
    return pictures


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
                like = re.search(r"[A-ZĐ]{2,}", text[end:]) if field == "number" else re.search(r"\d{4}\W*$", text)
                places = [glyph.box for glyph in line.glyphs[end + like.start() : end + like.end()]] if like else []
                if like and field != "number":
                    places = [glyph.box for glyph in line.glyphs[like.start() : like.end()] if glyph.char.isdigit()]
                yield _Blank(field, start, end, (before[-1][2], beside[1], after[0][0], beside[3]), union(places))


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


def _printed(blank: _Blank, glyphs: list[Glyph], ink: list[Stroke], sheet: Sheet) -> list[Glyph]:
    """The figures in a blank, if each stroke there is a printed one, of one height, on one line, without colour."""
    if len(ink) not in _FIGURES[blank.field] or not _in_line(ink):
        return []
    rows, columns = _part(blank)
    read = []
    for stroke in ink:
        place = (
            slice(rows.start + stroke.y, rows.start + stroke.bottom),
            slice(columns.start + stroke.x, columns.start + stroke.right),
        )
        if np.median(sheet.colour[place][stroke.mask]) > _COLOURED / 2:
            return []
        dark = 255 - sheet.ink[place].astype(float)
        read.append(printed_figure(np.clip(dark * (255 / max(1.0, np.percentile(dark, 99))), 0, 255).astype(np.uint8)))
    text = "".join(figure for figure, _ in read)
    likeness = [like for _, like in read]
    agreed = "".join(glyph.char for glyph in glyphs).translate(_TWINS) == text
    agreed = agreed and min(glyph.confidence for glyph in glyphs) >= _SURE
    each, together = (_FITTING if _fits(blank, ink, sheet) else _AGREED) if agreed else _ALONE
    if min(likeness) < each or sum(likeness) / len(likeness) < together:
        return []
    sure = min(likeness)
    figures = [Glyph(char, _place(blank, stroke), confidence=sure) for char, stroke in zip(text, ink, strict=True)]
    return [SPACE, *figures, *([SPACE] if blank.field != "number" else [])]


def _in_line(ink: list[Stroke]) -> bool:
    tall = max(stroke.height for stroke in ink)
    ends = [stroke.bottom for stroke in ink]
    return min(stroke.height for stroke in ink) >= 0.85 * tall and max(ends) - min(ends) <= 0.15 * tall


def _fits(blank: _Blank, ink: list[Stroke], sheet: Sheet) -> bool:
    """Do the figures have the height of the figures or capitals beside, and their line?"""
    x0, y0, x1, y1 = (round(side / SCALE) for side in blank.like)
    model = [stroke for stroke in strokes(sheet.ink[y0:y1, x0:x1] < _INK) if stroke.height > 0.6 * (y1 - y0)]
    if not model:
        return False
    high, line = median(stroke.height for stroke in model), y0 + median(stroke.bottom for stroke in model)
    top = _part(blank)[0].start
    return (
        abs(median(stroke.height for stroke in ink) - high) <= 0.1 * high
        and abs(top + median(stroke.bottom for stroke in ink) - line) <= 0.1 * high
    )


def _picture(field: Literal["number", "date"], row: Box, place: Box, sheet: Sheet, page: int) -> Handwriting:
    """The whole row, so that one sees what the figures stand for; every colour shows dark."""
    margin = 0.6 * (row[3] - row[1])
    x0, y0, x1, y1 = union([row, place])
    pixels = [max(0, round(side / SCALE)) for side in (x0 - margin, y0 - margin, x1 + margin, y1 + margin)]
    part = (slice(pixels[1], pixels[3]), slice(pixels[0], pixels[2]))
    darkest: Grey = sheet.ink[part] - np.minimum(sheet.ink[part], sheet.colour[part])
    out = io.BytesIO()
    Image.fromarray(darkest).save(out, "PNG")
    return Handwriting(field, page, sheet.place(place), out.getvalue())
