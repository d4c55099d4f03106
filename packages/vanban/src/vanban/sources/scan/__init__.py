"""Scanned and photographed pages, read with Tesseract: the door that the readers of PDFs and pictures come through.

numpy and tesserocr (the extra ``[ocr]``) are loaded when the first scanned page is met, and not before.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from vanban.model import Handwriting, Remark
from vanban.sources.scan.engine import Engine, Missing

if TYPE_CHECKING:
    from PIL import Image

    from vanban.sources.scan.page import ScannedPage

#: Scanned pages that are read of one document; at two to five seconds each.
MAX_SCANNED = 100
#: A page recognised with less confidence is said to be so.
_UNSURE = 0.85


class Scans:
    """Reads the scanned pages of one document, as a context manager; ``folder`` is where the model lies, or None.

    ``missing`` is the sentence that says what is not installed, once a page needed it. ``handwriting`` collects what
    was written by hand.
    """

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        self._folder = folder
        self._engine: Engine | None = None
        self.missing: str | None = None
        self.handwriting: list[Handwriting] = []
        self._read: dict[int, float] = {}
        self._too_many = False

    def __enter__(self) -> Scans:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._engine is not None:
            self._engine.close()

    def read(
        self, draw: Callable[[float, int], Image.Image], width: float, height: float, number: int
    ) -> ScannedPage | None:
        """Read page ``number``, which measures ``width`` by ``height`` points; None where it cannot be recognised.

        ``draw`` gives its picture ("RGB") in about as many pixels a point, and at most as many in all, as it is told.
        """
        if len(self._read) >= MAX_SCANNED or not self._ready():
            self._too_many = self.missing is None
            return None
        from vanban.sources.scan.page import read_page
        from vanban.sources.scan.sheet import MAX_PIXELS, SCALE

        assert self._engine is not None
        page = read_page(draw(1 / SCALE, MAX_PIXELS), width, height, self._engine, number)
        self._read[number] = page.confidence
        self.handwriting += page.handwriting
        return page

    def _ready(self) -> bool:
        if self._engine is None and self.missing is None:
            try:
                self._engine = Engine(self._folder)
            except Missing as missing:
                self.missing = missing.message
        return self._engine is not None

    @property
    def count(self) -> int:
        """The number of pages that were recognised."""
        return len(self._read)

    @property
    def why(self) -> str:
        """The sentence that says why pages were not recognised; empty where none was passed over."""
        return self.missing or (f"Chỉ nhận dạng {MAX_SCANNED} trang quét của một văn bản." if self._too_many else "")

    def remarks(self) -> list[Remark]:
        """What a person must know of the pages that were read so."""
        remarks = []
        if seen := [number for number, sure in self._read.items() if sure]:
            remarks.append(
                Remark("scan", f"Đọc từ ảnh quét bằng nhận dạng chữ: trang {listed(seen)}. Hãy đối chiếu với bản gốc.")
            )
        if doubtful := [number for number, sure in self._read.items() if 0 < sure < _UNSURE]:
            message = f"Chữ nhận dạng ở trang {listed(doubtful)} không chắc; nên quét hoặc chụp lại cho rõ."
            remarks.append(Remark("scan-unsure", message))
        if blank := [number for number, sure in self._read.items() if not sure]:
            remarks.append(Remark("page", f"Không nhận ra chữ nào ở trang {listed(blank)}."))
        for field, name in (("number", "Số"), ("date", "Ngày")):
            if any(found.field == field for found in self.handwriting):
                message = f"{name} của văn bản viết tay hoặc không chắc là chữ in; hãy gõ theo ảnh, máy không đoán."
                remarks.append(Remark("handwriting", message))
        return remarks


def listed(numbers: list[int]) -> str:
    """Page numbers with runs drawn together: "1–3, 5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
