"""Reading one scanned page: its letterhead and signature by columns, its tables by cells, the rest by lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from vanban.model import Handwriting
from vanban.sources.columns import in_rows, indent_first_lines, split_columns
from vanban.sources.glyphs import NOWHERE, SPACE, Line
from vanban.sources.grids import Grid, Place, find_grids
from vanban.sources.scan.blanks import take_handwriting
from vanban.sources.scan.engine import Engine
from vanban.sources.scan.fixed import mend_fixed_words
from vanban.sources.scan.layout import gutter, has_sure_word, is_text, two_columns
from vanban.sources.scan.light import Grey
from vanban.sources.scan.mending import mend_line
from vanban.sources.scan.redwords import read_red_words
from vanban.sources.scan.rules import take_rules
from vanban.sources.scan.sheet import RESOLUTION, SCALE, Sheet, straighten

#: A page recognised with less confidence may lie on its side or upside down.
_DOUBTFUL = 0.7
#: So many letters must be seen, however badly, before a page is turned.
_WORTH_TURNING = 30
#: Fewer dark pixels than one letter has are specks.
_SPECKS = 60
#: Pixels at the edge of a cell where specks of its rule may be left, and of white around what is recognised alone.
_RULE, _MARGIN = 7, 24
#: A table of more cells is a drawing.
_MAX_CELLS = 500


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What was recognised: lines in reading order with places in points of the page as it was given.

    ``confidence`` is the mean over all letters, 0 where there are none.
    """

    lines: list[Line]
    confidence: float
    handwriting: list[Handwriting]


def read_page(picture: Image.Image, width: float, height: float, engine: Engine, number: int = 1) -> ScannedPage:
    """Read a picture (of mode "RGB") of page ``number``, which measures ``width`` by ``height`` points."""
    sheet = straighten(picture, width, height)
    grids, lines, seen = _recognised(sheet, engine)
    if seen >= _WORTH_TURNING and _sure(grids, lines)[0] < _DOUBTFUL:
        for turns in (1, 3, 2):
            turned = straighten(picture, width, height, turns)
            other_grids, other, _ = _recognised(turned, engine)
            if _sure(other_grids, other)[1] > 1.5 * _sure(grids, lines)[1]:
                sheet, grids, lines = turned, other_grids, other
    for line in lines:
        mend_line(line, sheet)
    handwriting, marks = [], []
    if number == 1:
        for line in lines:
            if line.box[3] < sheet.size[1] / 2:
                mend_fixed_words(line)
        handwriting = take_handwriting(lines, sheet, number)
        marks = read_red_words(sheet, engine)
    confidence = _sure(grids, lines)[0]
    lines = in_rows(lines)
    for grid in sorted(grids, key=lambda grid: grid.ys[0]):
        at = next((index for index, line in enumerate(lines) if line.box[1] > grid.ys[0]), len(lines))
        lines[at:at] = grid.rows()
    lines = split_columns(lines, *sheet.size, first_page=number == 1)
    indent_first_lines(lines)
    for mark in marks:
        # A line of its own, before what stands beside or below it.
        at = next((index for index, line in enumerate(lines) if line.box[3] > mark.box[1]), len(lines))
        lines.insert(at, mark)
    for line in lines:
        for part in (line, *line.cells):
            part.glyphs = [
                glyph if glyph.box == NOWHERE else glyph._replace(box=sheet.place(glyph.box)) for glyph in part.glyphs
            ]
    return ScannedPage(lines, confidence, handwriting)


def _recognised(sheet: Sheet, engine: Engine) -> tuple[list[Grid], list[Line], int]:
    """Tables with their contents, the lines outside them, in points of the sheet, and how many letters were seen."""
    clean, rules = take_rules(sheet.grey)
    grids = find_grids([(x0 * SCALE, y0 * SCALE, x1 * SCALE, y1 * SCALE) for x0, y0, x1, y1 in rules])
    grids = [grid for grid in grids if len(grid.cell_of) <= _MAX_CELLS]
    for grid in grids:
        _fill(grid, sheet, clean, engine)
    if grids:
        clean = clean.copy()
        for grid in grids:
            x0, y0, x1, y1 = (round(side / SCALE) for side in (grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]))
            clean[max(0, y0) : y1, max(0, x0) : x1] = 255
    engine.show(clean, RESOLUTION)
    high, wide = clean.shape
    if (clean < 128).sum() < _SPECKS:
        return grids, [], 0
    lines = engine.read((0, 0, wide, high), alone=False)
    seen = sum(len(line.glyphs) for line in lines)
    for top, bottom, least, most in list(two_columns(lines, wide, high)):
        middle = gutter(clean[top:bottom], least, most)
        lines = [line for line in lines if not top <= (line.box[1] + line.box[3]) / 2 < bottom]
        lines += engine.read((0, top, middle, bottom), alone=False) + engine.read(
            (middle, top, wide, bottom), alone=False
        )
    return grids, [_in_points(line) for line in lines if is_text(line)], seen


def _in_points(line: Line, left: int = 0, top: int = 0) -> Line:
    """A line recognised in pixels of the sheet, or of a piece of it that begins at ``left`` and ``top``."""
    glyphs = []
    for glyph in line.glyphs:
        x0, y0, x1, y1 = glyph.box
        box = ((x0 + left) * SCALE, (y0 + top) * SCALE, (x1 + left) * SCALE, (y1 + top) * SCALE)
        glyphs.append(glyph._replace(box=box) if any(glyph.box) else glyph)
    return Line(glyphs)


def _fill(grid: Grid, sheet: Sheet, clean: Grey, engine: Engine) -> None:
    """Read each cell of a table by itself, on a white ground and without what is left of the rules around it."""
    for cell, box in _boxes(grid):
        x0, y0, x1, y1 = (round(side / SCALE) for side in box)
        left, top = max(0, x0) + _RULE, max(0, y0) + _RULE
        inside = clean[top : y1 - _RULE, left : x1 - _RULE]
        if (inside < 128).sum() < 20:
            continue
        engine.show(np.pad(inside, _MARGIN, constant_values=255), RESOLUTION)
        high, wide = inside.shape
        whole = (0, 0, wide + 2 * _MARGIN, high + 2 * _MARGIN)
        # A lone figure, as in the first column, is too short for the recogniser unless it looks for figures only.
        lines = [line for line in engine.read(whole) if is_text(line) or has_sure_word(line)]
        for line in lines or filter(is_text, engine.read(whole, letters="0123456789")):
            placed = _in_points(line, left - _MARGIN, top - _MARGIN)
            mend_line(placed, sheet)
            grid.contents.setdefault(cell, []).extend([SPACE, *placed.glyphs])


def _boxes(grid: Grid) -> Iterator[tuple[Place, tuple[float, float, float, float]]]:
    """Each cell with its box."""
    places: dict[Place, list[Place]] = {}
    for place, cell in grid.cell_of.items():
        places.setdefault(cell, []).append(place)
    for cell, inside in places.items():
        rows, columns = [row for row, _ in inside], [column for _, column in inside]
        yield cell, (
            grid.xs[min(columns)], grid.ys[min(rows)], grid.xs[max(columns) + 1], grid.ys[max(rows) + 1],
        )  # fmt: skip


def _sure(grids: list[Grid], lines: list[Line]) -> tuple[float, float]:
    """Mean confidence of all letters, and the number of letters weighed with it."""
    glyphs = [glyph for line in lines for glyph in line.glyphs]
    glyphs += [glyph for grid in grids for cell in grid.contents.values() for glyph in cell]
    letters = [glyph for glyph in glyphs if not glyph.char.isspace()]
    weight = sum(glyph.confidence for glyph in letters)
    return (weight / len(letters) if letters else 0.0), weight
