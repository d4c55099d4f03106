"""Scans and photos made of clean pages: turned, noisy, badly lit, with seals, signatures and figures written by hand.

Everything is drawn from a seed, so that a test sees the same page each time.
"""

from __future__ import annotations

import io
import math
import random
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from vanban.compose.fonts import typeface

Point = tuple[float, float]
Box = tuple[float, float, float, float]

RED, BLUE, BLACK = (205, 30, 45), (40, 55, 170), (25, 25, 30)
#: How people write figures: strokes in a square, x to the right, y down.
FIGURES: dict[str, Sequence[Sequence[Point]]] = {
    "0": [[(0.6, 0.05), (0.2, 0.25), (0.15, 0.7), (0.45, 0.97), (0.8, 0.7), (0.78, 0.25), (0.5, 0.02)]],
    "1": [[(0.3, 0.25), (0.6, 0.0), (0.45, 1.0)]],
    "2": [[(0.2, 0.25), (0.45, 0.0), (0.8, 0.15), (0.6, 0.55), (0.1, 0.95), (0.5, 0.88), (0.95, 1.0)]],
    "3": [[(0.2, 0.1), (0.6, 0.0), (0.75, 0.25), (0.4, 0.45), (0.8, 0.65), (0.6, 0.98), (0.1, 0.9)]],
    "4": [[(0.5, 0.0), (0.1, 0.65), (0.95, 0.6)], [(0.7, 0.3), (0.55, 1.05)]],
    "5": [[(0.35, 0.05), (0.2, 0.45), (0.7, 0.5), (0.65, 0.9), (0.1, 0.95)], [(0.35, 0.05), (0.95, 0.0)]],
    "6": [[(0.75, 0.0), (0.3, 0.4), (0.2, 0.85), (0.6, 1.0), (0.75, 0.65), (0.3, 0.65)]],
    "7": [[(0.1, 0.1), (0.85, 0.05), (0.4, 1.0)], [(0.3, 0.5), (0.8, 0.48)]],
    "8": [[(0.75, 0.15), (0.35, 0.05), (0.3, 0.35), (0.75, 0.7), (0.5, 1.0), (0.2, 0.75), (0.8, 0.2)]],
    "9": [[(0.75, 0.2), (0.4, 0.0), (0.25, 0.4), (0.7, 0.4), (0.75, 0.15), (0.6, 1.0)]],
}


@lru_cache(maxsize=8)
def page_of(path: Path, number: int = 1, dpi: int = 300) -> Image.Image:
    """A page of a PDF drawn as a clean picture; do not draw on it."""
    with pypdfium2.PdfDocument(path) as document:
        return document[number - 1].render(scale=dpi / 72, rev_byteorder=True).to_pil().convert("RGB")


def with_figures(
    page: Image.Image, figures: str, box: Box, colour: tuple[int, int, int] = BLACK, seed: int = 1, dpi: int = 300
) -> Image.Image:
    """The page with the print in ``box`` (points) painted over and figures written by hand there."""
    drawn, chance, unit = page.copy(), random.Random(seed), dpi / 72
    draw = ImageDraw.Draw(drawn)
    x0, y0, x1, y1 = (side * unit for side in box)
    draw.rectangle((x0, y0 - 0.1 * (y1 - y0), x1, y1 + 0.1 * (y1 - y0)), fill=page.getpixel((5, 5)))
    high = (y1 - y0) * chance.uniform(0.8, 1.0)
    wide = min(high * 0.6, (x1 - x0) / max(1, len(figures)))
    for index, figure in enumerate(figures):
        left, top = x0 + index * wide + wide * 0.1, y0 + chance.uniform(-0.05, 0.15) * high
        slant = chance.uniform(0.05, 0.3)
        for stroke in FIGURES[figure]:
            points = [
                (
                    left + wide * 0.85 * (x + slant * (1 - y) + chance.uniform(-0.06, 0.06)),
                    top + high * (y + chance.uniform(-0.05, 0.05)),
                )
                for x, y in stroke
            ]
            draw.line(_curve(points), fill=colour, width=max(2, round(high * 0.09)), joint="curve")
    return drawn


def with_seal(page: Image.Image, middle: Point, radius: float = 52, dpi: int = 300) -> Image.Image:
    """The page with a round red seal, its ink transparent, at a place in points."""
    unit = dpi / 72
    seal = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(seal)
    x, y = middle[0] * unit, middle[1] * unit
    for part in (1.0, 0.93, 0.62):
        reach = radius * part * unit
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), outline=RED, width=max(2, round(unit * 1.2)))
    points = [
        (x + radius * unit * (0.55, 0.22)[turn % 2] * math.sin(turn * math.pi / 5),
         y - radius * unit * (0.55, 0.22)[turn % 2] * math.cos(turn * math.pi / 5))
        for turn in range(10)
    ]  # fmt: skip
    draw.polygon(points, fill=RED)
    for tick in range(24):
        turn = tick * math.pi / 12
        ends = [(x + radius * unit * r * math.sin(turn), y + radius * unit * r * math.cos(turn)) for r in (0.68, 0.86)]
        draw.line(ends, fill=RED, width=round(unit * 2))
    return Image.fromarray(np.minimum(np.asarray(page), np.asarray(seal)))


def with_signature(
    page: Image.Image, box: Box, colour: tuple[int, int, int] = BLUE, seed: int = 1, dpi: int = 300
) -> Image.Image:
    """The page with a scribble in ``box`` (points)."""
    drawn, chance, unit = page.copy(), random.Random(seed), dpi / 72
    x0, y0, x1, y1 = (side * unit for side in box)
    points = [(x0 + (x1 - x0) * index / 9, chance.uniform(y0, y1)) for index in range(10)]
    ImageDraw.Draw(drawn).line(_curve(points), fill=colour, width=max(2, round(unit * 1.1)), joint="curve")
    return drawn


@lru_cache(maxsize=1)
def _bold() -> str:
    """The file of a bold typeface with the letters of Vietnamese."""
    family, fonts = typeface()
    files = [str(font.path) for font in fonts.fonts() if font.family == family]
    return next(file for file in files if file.endswith("-Bold.ttf"))


def with_red_words(page: Image.Image, words: str, corner: Point, dpi: int = 300) -> Image.Image:
    """The page with ``words`` stamped in a red frame, its upper left corner at a place in points."""
    drawn, unit = page.copy(), dpi / 72
    draw, font = ImageDraw.Draw(drawn), ImageFont.truetype(_bold(), round(14 * unit))
    x, y = corner[0] * unit, corner[1] * unit
    _, _, right, bottom = draw.textbbox((x, y), words, font=font)
    draw.text((x, y), words, font=font, fill=RED)
    room = 4 * unit
    draw.rectangle((x - room, y - room, right + room, bottom + room), outline=RED, width=round(1.2 * unit))
    return drawn


def _curve(points: Iterable[Point]) -> list[Point]:
    """Corners rounded off, twice (Chaikin's way)."""
    line = list(points)
    for _ in range(2):
        inner = [
            (a[0] * (1 - part) + b[0] * part, a[1] * (1 - part) + b[1] * part)
            for a, b in pairwise(line)
            for part in (0.25, 0.75)
        ]
        line = [line[0], *inner, line[-1]]
    return line


def scanned(
    page: Image.Image, *, dpi: int = 200, angle: float = 0.6, noise: float = 8, blur: float = 0.6, quality: int = 60,
    grey: bool = False, seed: int = 1,
) -> Image.Image:  # fmt: skip
    """The page (of 300 dpi) as a scanner gives it, a little askew."""
    size = (round(page.width * dpi / 300), round(page.height * dpi / 300))
    picture = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor="white").resize(size, Image.Resampling.LANCZOS)
    return _developed(picture.filter(ImageFilter.GaussianBlur(blur)), noise, quality, grey, seed)


def photographed(
    page: Image.Image, *, wide: int = 2400, tilt: float = 0.06, shade: float = 0.45, noise: float = 6,
    blur: float = 0.8, quality: int = 75, seed: int = 1,
) -> Image.Image:  # fmt: skip
    """The page as a phone sees it: on a dark table, from one side, with the light falling off."""
    chance = np.random.default_rng(seed)
    high = round(wide * 4 / 3)
    inset = chance.uniform(0.04, 0.04 + tilt, (4, 2))
    corners = [(inset[i, 0] if x == 0 else 1 - inset[i, 0], inset[i, 1] if y == 0 else 1 - inset[i, 1])
               for i, (x, y) in enumerate([(0, 0), (1, 0), (1, 1), (0, 1)])]  # fmt: skip
    equations, values = [], []
    for (x, y), (u, v) in zip(corners, [(0, 0), (1, 0), (1, 1), (0, 1)], strict=True):
        x, y, u, v = x * wide, y * high, u * page.width, v * page.height
        equations += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    data = np.linalg.solve(np.array(equations), np.array(values))
    photo = page.transform((wide, high), Image.Transform.PERSPECTIVE, tuple(data), Image.Resampling.BICUBIC,
                           fillcolor=(70, 60, 52))  # fmt: skip
    fall = 1 - shade * (np.linspace(0, 1, wide)[None, :] * 0.6 + np.linspace(0, 1, high)[:, None] * 0.4)
    warm = np.array([1.0, 0.97, 0.88])
    lit = np.asarray(photo).astype(np.float32) * fall[:, :, None].astype(np.float32) * warm.astype(np.float32)
    picture = Image.fromarray(lit.clip(0, 255).astype(np.uint8))
    return _developed(picture.filter(ImageFilter.GaussianBlur(blur)), noise, quality, False, seed)


def _developed(picture: Image.Image, noise: float, quality: int, grey: bool, seed: int) -> Image.Image:
    chance = np.random.default_rng(seed)
    values = np.asarray(picture).astype(np.float32)
    values += chance.normal(0, noise, (*values.shape[:2], 1)).astype(np.float32)
    noisy = Image.fromarray(values.clip(0, 255).astype(np.uint8))
    out = io.BytesIO()
    (noisy.convert("L") if grey else noisy).save(out, "JPEG", quality=quality)
    return Image.open(out).convert("RGB")


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The bytes of a picture file."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def as_pdf(*pictures: Image.Image, dpi: float = 200) -> bytes:
    """A PDF that holds nothing but pictures, as scanners make them."""
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi)
    return out.getvalue()
