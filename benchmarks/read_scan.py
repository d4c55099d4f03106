"""How many letters are wrong on scans and photos of a page whose text is known, and how long a page takes."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image
from vanban.sources import open_source

from benchmarks import SMOKE, Row

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "packages" / "vanban" / "tests"))
from scans import as_pdf, page_of, photographed, scanned, with_seal  # noqa: E402

#: Width of an A4 sheet.
_INCHES = 8.268
SAMPLE = ROOT / "samples" / "04-ke-hoach-xa.pdf"
_PAGES = (1,) if SMOKE else (1, 2, 3)


def _sealed(page: Image.Image) -> Image.Image:
    return scanned(with_seal(page, (300, 400), radius=80))


KINDS = {
    "clean, 300 dpi": partial(scanned, dpi=300, angle=0, noise=0, blur=0, quality=95),
    "scan, 300 dpi": partial(scanned, dpi=300),
    "scan, 200 dpi": scanned,
    "scan, 200 dpi, grey": partial(scanned, grey=True),
    "scan, 200 dpi, 3° askew": partial(scanned, angle=3),
    "scan, 150 dpi": partial(scanned, dpi=150),
    "scan, 100 dpi": partial(scanned, dpi=100, blur=0.4, quality=75),
    "scan, 200 dpi, seal on text": _sealed,
    "photo": photographed,
    "photo, dark and slanted": partial(photographed, shade=0.7, tilt=0.1, seed=3),
}


def measure() -> Iterable[Row]:
    """Wrong, missing and needless letters in a hundred printed, blanks drawn together; processor seconds a page."""
    printed = open_source(SAMPLE.read_bytes())
    truth = " ".join(printed.text.split())
    for name in list(KINDS)[:1] if SMOKE else KINDS:
        pictures = [KINDS[name](page_of(SAMPLE, number)) for number in _PAGES]
        data = as_pdf(*pictures, dpi=pictures[0].width / _INCHES)
        start = time.process_time()
        found = open_source(data)
        spent = time.process_time() - start
        yield Row(
            f"read-scan {name}: letters", 100 * distance(truth, " ".join(found.text.split())) / len(truth), "% wrong"
        )
        yield Row(f"read-scan {name}: time", spent / len(_PAGES), "s a page")


def distance(one: str, other: str) -> int:
    """Levenshtein's distance, row by row."""
    codes = np.array([ord(char) for char in other])
    row = np.arange(len(other) + 1)
    steps = np.arange(len(other) + 1)
    for index, char in enumerate(one, 1):
        best = np.minimum(row[:-1] + (codes != ord(char)), row[1:] + 1)
        row = np.minimum.accumulate(np.concatenate(([index], best)) - steps) + steps
    return int(row[-1])
