"""Marks of secrecy and urgency on a scanned page: their red ink is taken off with the seals, so they are read apart.

Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1 (urgency); stamps of secrecy are red as well (Thông tư 24/2020/TT-BCA).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from vanban.sources.glyphs import SPACE, Glyph, Line
from vanban.sources.scan.engine import Engine
from vanban.sources.scan.light import Grey
from vanban.sources.scan.sheet import RESOLUTION, SCALE, Sheet

#: The marks by their letters without marks, because a stamp often prints those badly.
_MARKS = {
    "tuyet mat": "TUYỆT MẬT",
    "toi mat": "TỐI MẬT",
    "mat": "MẬT",
    "hoa toc": "HỎA TỐC",
    "thuong khan": "THƯỢNG KHẨN",
    "khan": "KHẨN",
}
#: What is left of a frame looks like a letter.
_PRINTED = re.compile(rf"[il ]*({'|'.join(_MARKS)})[il ]*")
#: Share of the page from its top in which a mark is stamped.
_HEAD = 0.45
#: From this colour on ink is no print.
_COLOURED = 50
#: Pixels: what lies so near together is one stamp; least and most of a stamp's width and height.
_NEAR, _WIDTHS, _HEIGHTS = 16, (60, 1200), (28, 330)
#: A page with more coloured patches than this is a picture.
_MOST = 20
#: Pixels in which the side of a frame lies at the edge of its stamp; the share of it that must be dark.
_SIDE, _WHOLE = 22, 0.6


def read_red_words(sheet: Sheet, engine: Engine) -> list[Line]:
    """The marks stamped in colour in the head of ``sheet``, each a line in points, in the spelling of the law."""
    rows = slice(round(_HEAD * len(sheet.colour)))
    colour, ink = sheet.colour[rows], sheet.ink[rows]
    # Pictures keep colour coarser than light: colour says where a stamp is, the darkest of its light how it is shaped.
    near = np.asarray(Image.fromarray(colour).filter(ImageFilter.MaxFilter(5))) > _COLOURED
    red = np.where(near, ink - np.minimum(ink, colour), np.uint8(255))
    found = []
    for x0, y0, x1, y1 in islice(_stamps(near), _MOST):
        stamp = np.pad(_unframed(red[y0:y1, x0:x1]), 20, constant_values=255)
        engine.show(stamp, RESOLUTION)
        words = _words(" ".join(line.text for line in engine.read((0, 0, stamp.shape[1], stamp.shape[0]))))
        if words:
            found.append(_line(words, x0, y0, x1, y1))
    return found


def _stamps(near: NDArray[np.bool_]) -> Iterator[tuple[int, int, int, int]]:
    """The boxes in pixels of what is stamped together and has the size of a mark."""
    high, wide = (side // _NEAR for side in near.shape)
    cells = near[: high * _NEAR, : wide * _NEAR].reshape(high, _NEAR, wide, _NEAR).any(axis=(1, 3))
    left = {(int(y), int(x)) for y, x in np.argwhere(cells)}
    while left:
        group, waiting = [], [left.pop()]
        while waiting:
            y, x = waiting.pop()
            group.append((y, x))
            beside = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= beside
            waiting += beside
        ys, xs = zip(*group, strict=True)
        box = (min(xs) * _NEAR, min(ys) * _NEAR, (max(xs) + 1) * _NEAR, (max(ys) + 1) * _NEAR)
        if _WIDTHS[0] <= box[2] - box[0] <= _WIDTHS[1] and _HEIGHTS[0] <= box[3] - box[1] <= _HEIGHTS[1]:
            yield box


def _unframed(stamp: Grey) -> Grey:
    """The stamp without the sides of a frame, where it has one."""
    clean = stamp.copy()
    for turned in (clean, clean[::-1], clean.T, clean.T[::-1]):
        sides = [at for at in range(min(_SIDE, len(turned))) if (turned[at] < 160).mean() > _WHOLE]
        if sides:
            turned[: sides[-1] + 4] = 255
    return clean


def _words(text: str) -> str:
    """The mark that a text without marks on its letters spells, or nothing."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))
    found = _PRINTED.fullmatch(" ".join(re.findall(r"[a-z]+", plain)))
    return _MARKS[found[1]] if found else ""


def _line(words: str, x0: int, y0: int, x1: int, y1: int) -> Line:
    """``words`` spread over a box in pixels."""
    left, top, bottom, wide = x0 * SCALE, y0 * SCALE, y1 * SCALE, (x1 - x0) * SCALE / len(words)
    places = [(left + wide * index, top, left + wide * (index + 1), bottom) for index in range(len(words))]
    glyphs = zip(words, places, strict=True)
    return Line([SPACE if char == " " else Glyph(char, place, confidence=0.6) for char, place in glyphs])
