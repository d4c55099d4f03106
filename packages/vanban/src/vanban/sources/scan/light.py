"""Light and colour of a picture: shadows evened out, ink told from paper, colour from grey."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Grey = NDArray[np.uint8]

#: One in so many pixels is enough to see how the light falls.
_COARSE = 12


def evened(picture: Image.Image) -> tuple[Grey, Grey]:
    """Ink and colour of ``picture`` ("RGB") as arrays of its pixels.

    Ink is 255 where the paper shows and 0 where all light is swallowed, whatever the paper's own tint; colour is the
    distance between the strongest and the weakest of red, green and blue.
    """
    most: Grey | None = None
    least: Grey | None = None
    for channel in picture.split():
        even = _even(channel)
        most = even if most is None else np.maximum(most, even)
        least = even if least is None else np.minimum(least, even)
    assert most is not None
    assert least is not None
    return most, most - least


def _even(channel: Image.Image) -> Grey:
    """One colour's light, divided by the light of the paper around it."""
    small = channel.resize((max(1, channel.width // _COARSE), max(1, channel.height // _COARSE)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(3))
    # Where all is dark there is no paper to see; nothing is made brighter than five times.
    light = np.maximum(np.asarray(paper.resize(channel.size, Image.Resampling.BILINEAR)), 50).astype(np.uint16)
    even: Grey = np.minimum(np.asarray(channel).astype(np.uint16) * 255 // light, 255).astype(np.uint8)
    return even


def threshold(grey: Grey) -> int:
    """The brightness that best parts dark from bright (Otsu's method)."""
    counts = np.bincount(grey.ravel(), minlength=256).astype(float)
    total, values = counts.sum(), np.arange(256)
    below = np.cumsum(counts)
    above = total - below
    sums = np.cumsum(counts * values)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    return int(np.nan_to_num(spread).argmax())
