"""From a picture of a page to a straight sheet with even light: what a reader of letters needs to see.

A photo's paper is found and squared, the lines are turned level, the light is evened out, and red seals and blue ink
are told from black print. ``to_page`` leads every place on the sheet back to the page as it was given.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from vanban.sources.glyphs import Box
from vanban.sources.scan.light import Grey, evened
from vanban.sources.scan.paper import find_paper, skew

Matrix = NDArray[np.float64]

#: Pixels an inch in which letters are read, and points a pixel.
RESOLUTION = 300
SCALE = 72 / RESOLUTION
#: Pixels of a sheet; an A4 page has 8.7 million, an A3 page 17.4.
MAX_PIXELS = 20_000_000
#: Width of an A4 sheet in points.
_A4 = 595.28
#: Degrees that are too little to turn a page for.
_LEVEL = 0.04
#: Width in pixels at which the lines of a page are looked at as a whole.
_SMALL = 900


@dataclass(frozen=True, slots=True)
class Sheet:
    """A straight page, as arrays of height × width from 0 (black) to 255 (white).

    ``grey`` is what is printed; ``ink`` all that is on the paper, pens and seals too; ``colour`` is 0 where that is
    grey and grows with its colour. ``to_page`` leads pixels of the sheet to points of the page.
    """

    grey: Grey
    ink: Grey
    colour: Grey
    to_page: Matrix

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.grey.shape[1] * SCALE, self.grey.shape[0] * SCALE

    def place(self, box: Box) -> Box:
        """The box around ``box`` (points of the sheet) on the page as it was given."""
        x0, y0, x1, y1 = (side / SCALE for side in box)
        corners = self.to_page @ np.array([[x0, x1, x1, x0], [y0, y0, y1, y1], [1, 1, 1, 1]])
        x, y = corners[:2] / corners[2]
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def straighten(picture: Image.Image, width: float, height: float, quarter_turns: int = 0) -> Sheet:
    """The sheet in ``picture`` (of mode "RGB"), which shows a page of ``width`` by ``height`` points.

    ``quarter_turns``: how often to turn it clockwise first.
    """
    corners = find_paper(picture)
    if corners is None:
        corners = np.array([(0, 0), (picture.width, 0), (picture.width, picture.height), (0, picture.height)], float)
    corners = np.roll(corners, quarter_turns, axis=0)
    size = _size(corners, width, height)
    back = _projection(size, corners)
    shrunk = _SMALL / size[0]
    small = _warped(picture, (_SMALL, round(size[1] * shrunk)), back @ np.diag([1 / shrunk, 1 / shrunk, 1]))
    angle = skew(small)
    if abs(angle) > _LEVEL:
        back = back @ _rotation(angle, size)
    ink, colour = evened(_warped(picture, size, back))
    # What is coloured is pushed towards white; black print under a seal has no colour and stays.
    grey = np.clip(ink.astype(np.int16) + 3 * np.maximum(colour.astype(np.int16) - 40, 0), 0, 255).astype(np.uint8)
    return Sheet(grey, ink, colour, np.diag([width / picture.width, height / picture.height, 1.0]) @ back)


def _size(corners: Matrix, width: float, height: float) -> tuple[int, int]:
    """Width and height of the sheet in pixels, for the paper's corners from the upper left one clockwise."""
    sides = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    across, down = sides[0] + sides[2], sides[1] + sides[3]
    short = min(width, height)
    # Scanners often give a wrong resolution: what is neither about A4 nor A3 nor A5 wide is taken for A4.
    true = 1.0 if 400 < short < 650 or 800 < short < 890 else _A4 / max(1.0, short)
    wide = (max(width, height) if across > down else short) * true / SCALE
    wide = min(wide, math.sqrt(MAX_PIXELS * across / down))
    return max(1, round(wide)), max(1, round(wide * down / across))


def _projection(size: tuple[int, int], corners: Matrix) -> Matrix:
    """The matrix that leads the corners of a sheet of ``size`` pixels to ``corners`` of a picture."""
    wide, high = size
    equations, values = [], []
    for (x, y), (u, v) in zip([(0, 0), (wide, 0), (wide, high), (0, high)], corners, strict=True):
        equations += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return np.append(np.linalg.solve(np.array(equations, float), np.array(values, float)), 1.0).reshape(3, 3)


def _rotation(angle: float, size: tuple[int, int]) -> Matrix:
    """A turn by ``angle`` degrees about the middle."""
    x, y = size[0] / 2, size[1] / 2
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return np.array([[cosine, -sine, x - cosine * x + sine * y], [sine, cosine, y - sine * x - cosine * y], [0, 0, 1]])


def _warped(picture: Image.Image, size: tuple[int, int], back: Matrix) -> Image.Image:
    """A picture of ``size`` whose pixels lie in ``picture`` where ``back`` leads."""
    corners = back @ np.array([[0, size[0], 0], [0, 0, size[1]], [1, 1, 1]])
    (x, y) = corners[:2] / corners[2]
    finer = min(math.hypot(x[1] - x[0], y[1] - y[0]) / size[0], math.hypot(x[2] - x[0], y[2] - y[0]) / size[1])
    if finer >= 2:
        picture = picture.reduce(int(finer))
        back = np.diag([1 / int(finer), 1 / int(finer), 1.0]) @ back
    data = (back / back[2, 2]).flatten()[:8]
    return picture.transform(
        size, Image.Transform.PERSPECTIVE, tuple(data), Image.Resampling.BICUBIC, fillcolor="white"
    )
