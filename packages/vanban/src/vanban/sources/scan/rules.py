"""Ruled lines of a scanned page: found for its tables, and taken off so that letters stand free."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vanban.sources.glyphs import Box
from vanban.sources.scan.light import Grey

#: Pixels: the shortest rule, the thickest, and the gap in one that dust may make.
_LENGTH, _THICK, _GAP = 100, 14, 8
_DARK = 150


def take_rules(grey: Grey) -> tuple[Grey, list[Box]]:
    """The page without its ruled lines, and these as (x0, y0, x1, y1) in pixels, level or upright."""
    dark = grey < _DARK
    across, rules = _runs(dark)
    down, upright = _runs(dark.T)
    clean = np.where(across | down.T, np.uint8(255), grey)
    return clean, rules + [(x0, y0, x1, y1) for y0, x0, y1, x1 in upright]


def _runs(dark: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], list[Box]]:
    """The pixels of level rules, and the middle line of each."""
    # A rule a little askew goes on in the next row.
    near = dark.copy()
    near[1:] |= dark[:-1]
    near[:-1] |= dark[1:]
    pieces = _long_pieces(near)
    found: list[Box] = []
    mask = np.zeros_like(dark)
    for top, bottom, start, end in _bands(pieces):
        if bottom - top > _THICK + 2:
            continue
        rows = slice(max(0, top - 1), bottom + 2)
        # A letter that stands on the rule keeps its body: only columns that end near the rule are cleared.
        strip = dark[rows, start:end]
        above = dark[max(0, top - 5), start:end] & dark[max(0, top - 8), start:end]
        below = dark[min(len(dark) - 1, bottom + 5), start:end] & dark[min(len(dark) - 1, bottom + 8), start:end]
        mask[rows, start:end] |= strip & ~(above | below)
        found.append((float(start), (top + bottom) / 2, float(end), (top + bottom) / 2))
    return mask, found


def _long_pieces(dark: NDArray[np.bool_]) -> list[tuple[int, int, int]]:
    """(row, start, end) of every unbroken stretch of at least the shortest rule's length, from top to bottom."""
    edges = np.diff(np.pad(dark, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    # Strokes of letters are far shorter than what is left of a rule between specks of dust.
    worth = ends - starts >= _LENGTH // 4
    pieces: list[tuple[int, int, int]] = []
    for row, start, end in zip(rows[worth], starts[worth], ends[worth], strict=True):
        if pieces and pieces[-1][0] == row and start - pieces[-1][2] <= _GAP:
            pieces[-1] = (int(row), pieces[-1][1], int(end))
        else:
            pieces.append((int(row), int(start), int(end)))
    return [piece for piece in pieces if piece[2] - piece[1] >= _LENGTH]


def _bands(pieces: list[tuple[int, int, int]]) -> list[tuple[int, int, int, int]]:
    """(top, bottom, start, end) of stretches that lie on top of each other."""
    bands: list[list[int]] = []
    for row, start, end in pieces:
        for band in reversed(bands[-200:]):
            if row - band[1] <= 1 and start <= band[3] + _GAP and end >= band[2] - _GAP:
                band[1], band[2], band[3] = row, min(start, band[2]), max(end, band[3])
                break
        else:
            bands.append([row, row, start, end])
    return [(band[0], band[1], band[2], band[3]) for band in bands]
