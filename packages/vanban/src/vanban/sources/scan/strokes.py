"""Ink that hangs together: the strokes, figures and letters of a small part of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stroke:
    """Ink in one piece: ``x`` and ``y`` of its upper left corner, in pixels of the part, and its own ``mask``."""

    x: int
    y: int
    mask: Mask

    @property
    def width(self) -> int:
        return int(self.mask.shape[1])

    @property
    def height(self) -> int:
        return int(self.mask.shape[0])

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


def strokes(ink: Mask) -> list[Stroke]:
    """Every piece of ink, from left to right; pixels that touch at a corner hang together."""
    runs: list[tuple[int, int, int]] = []
    parent: list[int] = []

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    above: list[int] = []
    for row in range(len(ink)):
        here: list[int] = []
        starts, ends = np.nonzero(edges[row] == 1)[0].tolist(), np.nonzero(edges[row] == -1)[0].tolist()
        for start, end in zip(starts, ends, strict=True):
            index = len(runs)
            runs.append((row, start, end))
            parent.append(index)
            here.append(index)
            for other in above:
                if runs[other][1] <= end and runs[other][2] >= start:
                    parent[root(other)] = root(index)
        above = here
    pieces: dict[int, list[tuple[int, int, int]]] = {}
    for index, run in enumerate(runs):
        pieces.setdefault(root(index), []).append(run)
    return sorted((_stroke(piece) for piece in pieces.values()), key=lambda stroke: stroke.x)


def _stroke(runs: list[tuple[int, int, int]]) -> Stroke:
    top, bottom = runs[0][0], max(row for row, _, _ in runs) + 1
    left, right = min(start for _, start, _ in runs), max(end for _, _, end in runs)
    mask = np.zeros((bottom - top, right - left), bool)
    for row, start, end in runs:
        mask[row - top, start - left : end - left] = True
    return Stroke(left, top, mask)
