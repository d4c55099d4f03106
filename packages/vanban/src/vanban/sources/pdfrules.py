"""The straight lines drawn on a page of a PDF: strokes, and filled boxes as thin as a line."""

from __future__ import annotations

from ctypes import POINTER, byref, c_float, c_int, cast
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.sources.glyphs import Box
from vanban.sources.pdftext import objects_of, types_of

#: A drawing of so many strokes is a map or a chart and no table.
_MAX_STROKES = 20_000
#: A filled box not wider than this, in points, is a line.
_THIN = 3.0

Point = tuple[float, float]


def find_segments(page: pypdfium2.PdfPage) -> list[Box]:
    """The lines in points from the upper left corner of the page as shown; none of a page with too many."""
    objects = objects_of(page)
    found: list[Box] = []
    drawn = 0
    for kind, address in zip(types_of(objects), objects, strict=True):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            path = _Path(address)
            drawn += path.strokes
            if drawn > _MAX_STROKES:
                return []
            found += path.lines()
    return _as_shown(page, found)


class _Path:
    def __init__(self, address: int) -> None:
        self._shape = cast(address, POINTER(pdfium.struct_fpdf_pageobject_t__))
        self._count = pdfium.FPDFPath_CountSegments(self._shape)
        self.strokes = max(1, self._count)

    def lines(self) -> list[Box]:
        mode, stroked, matrix = c_int(), c_int(), pdfium.FS_MATRIX()
        pdfium.FPDFPath_GetDrawMode(self._shape, byref(mode), byref(stroked))
        pdfium.FPDFPageObj_GetMatrix(self._shape, byref(matrix))
        found: list[Box] = []
        points: list[Point] = []
        x, y = c_float(), c_float()
        for number in range(self._count):
            segment = pdfium.FPDFPath_GetPathSegment(self._shape, number)
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                found += _lines_of(points, bool(stroked.value))
                points = []
            points.append(
                (
                    matrix.a * x.value + matrix.c * y.value + matrix.e,
                    matrix.b * x.value + matrix.d * y.value + matrix.f,
                )
            )
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        return found + _lines_of(points, bool(stroked.value))


def _lines_of(points: list[Point], stroked: bool) -> list[Box]:
    if len(points) < 2:
        return []
    if stroked:
        return [(*start, *end) for start, end in pairwise(points)]
    x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
    y0, y1 = min(y for _, y in points), max(y for _, y in points)
    if y1 - y0 <= _THIN:
        return [(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)]
    return [((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)] if x1 - x0 <= _THIN else []


def _as_shown(page: pypdfium2.PdfPage, lines: list[Box]) -> list[Box]:
    left, bottom, right, top = page.get_cropbox()
    turned = page.get_rotation()
    if turned == 90:
        return [(a - bottom, x - left, b - bottom, y - left) for x, a, y, b in lines]
    if turned == 180:
        return [(right - x, a - bottom, right - y, b - bottom) for x, a, y, b in lines]
    if turned == 270:
        return [(top - a, right - x, top - b, right - y) for x, a, y, b in lines]
    return [(x - left, top - a, y - left, top - b) for x, a, y, b in lines]
