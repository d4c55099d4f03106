"""Where the paper lies in a photo, and how far its lines are from level."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from vanban.sources.scan.light import Grey, threshold

#: Longer side, in pixels, at which paper is looked for.
_SMALL = 320
#: Least part of the photo that is paper, and of the found corners' area that is bright.
_LEAST, _FULL = 0.25, 0.93
#: More than this part of a picture within the corners, and it is no photo of a paper but a scan.
_ALL = 0.97
#: How much darker than the paper what lies around it is, of 255.
_CONTRAST = 45
#: Degrees by which lines may be askew.
_MAX_SKEW = 9.0


def find_paper(picture: Image.Image) -> NDArray[np.float64] | None:
    """The paper's corners from the upper left one clockwise, 4 × (x, y) in pixels; None where it fills the picture."""
    factor = max(picture.size) / _SMALL
    if factor <= 1:
        return None
    small = picture.convert("L").resize((round(picture.width / factor), round(picture.height / factor)))
    # The brightest around each pixel: letters vanish, paper and background stay.
    smooth = np.asarray(small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(2)))
    mask = smooth > threshold(smooth)
    if mask.all() or smooth[mask].mean() - smooth[~mask].mean() < _CONTRAST:
        return None
    bright = _around_middle(mask)
    if bright is None:
        return None
    y, x = np.nonzero(bright)
    ends = [int((x + y).argmin()), int((x - y).argmax()), int((x + y).argmax()), int((x - y).argmin())]
    corners = np.array([(x[end], y[end]) for end in ends], float)
    area = _area(corners)
    if not (_LEAST * bright.size < area < _ALL * bright.size and bright.sum() > _FULL * area):
        return None
    # The filter made the paper grow by its reach, and a pixel's place is its middle.
    middle = corners.mean(axis=0)
    found: NDArray[np.float64] = (corners + 0.5 + 3 * np.sign(middle - corners)) * factor
    return found


def _around_middle(mask: NDArray[np.bool_]) -> NDArray[np.bool_] | None:
    """The part of ``mask`` that hangs together with its middle."""
    high, wide = mask.shape
    part = np.zeros_like(mask)
    core = (slice(high * 2 // 5, high * 3 // 5), slice(wide * 2 // 5, wide * 3 // 5))
    part[core] = mask[core]
    if not part.any():
        return None
    size = 0
    while (now := int(part.sum())) > size:
        size = now
        for _ in range(8):
            grown = part.copy()
            grown[1:] |= part[:-1]
            grown[:-1] |= part[1:]
            grown[:, 1:] |= part[:, :-1]
            grown[:, :-1] |= part[:, 1:]
            part = grown & mask
    return part


def _area(corners: NDArray[np.float64]) -> float:
    x, y = corners.T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def skew(picture: Image.Image) -> float:
    """Degrees by which the lines of text fall to the right (negative: rise); 0 where there are too few to tell."""
    grey: Grey = np.asarray(picture.convert("L"))
    y, x = np.nonzero(grey < min(threshold(grey), 160))
    # Ink at the edge is the shadow of a scanner's lid or the table.
    high, wide = grey.shape
    inside = (x > wide * 0.04) & (x < wide * 0.96) & (y > high * 0.03) & (y < high * 0.97)
    x, y = x[inside], y[inside]
    if not 400 < len(x) < grey.size // 3:
        return 0.0

    def sharpness(angle: float) -> float:
        rows = np.bincount((y - x * math.tan(math.radians(angle)) + wide).astype(int)).astype(float)
        return float(np.square(np.diff(rows)).sum())

    best = max(np.arange(-_MAX_SKEW, _MAX_SKEW + 0.1, 0.5), key=sharpness)
    for step in (0.1, 0.02):
        best = max(best + step * np.arange(-5, 6), key=sharpness)
    level = sharpness(0.0)
    return float(best) if sharpness(best) > 1.03 * level else 0.0
