"""Tesseract with its Vietnamese model: where the model is found, and how a part of a sheet is read.

They come with the extra ``[ocr]`` and Debian's package ``tesseract-ocr-vie``; a sentence names what is missing.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from vanban.sources.glyphs import SPACE, Glyph, Line

if TYPE_CHECKING:
    from vanban.sources.scan.light import Grey

MODEL = "vie"
#: Where systems and Tesseract's own build put models.
_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    r"C:\Program Files\Tesseract-OCR\tessdata",
)
#: Milliseconds for one part of a page; a text takes a second or two, noise may take forever.
_PATIENCE = 60_000
NO_LIBRARY = "Máy chưa cài phần nhận dạng chữ (OCR). Hãy cài gói Python tesserocr và numpy (pip install 'vanban[ocr]')."
NO_MODEL = (
    "Máy chưa có mô hình nhận dạng chữ tiếng Việt. Hãy cài gói tesseract-ocr-vie, hoặc chỉ ra thư mục có tệp "
    "vie.traineddata (biến TESSDATA_PREFIX)."
)


class Missing(Exception):
    """Letters cannot be recognised here; ``message`` says in Vietnamese what to install."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def find_model(folder: str | os.PathLike[str] | None = None) -> Path:
    """The folder with the Vietnamese model: ``folder``, else TESSDATA_PREFIX, else the usual ones.

    Raises :class:`Missing`. A folder that is named is the only one looked into.
    """
    named = folder or os.environ.get("TESSDATA_PREFIX")
    places = [Path(named), Path(named) / "tessdata"] if named else [Path(place) for place in _FOLDERS]
    for place in places:
        if (place / f"{MODEL}.traineddata").is_file():
            return place
    raise Missing(NO_MODEL)


class Engine:
    """One Tesseract, for one thread. Raises :class:`Missing`."""

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        # More than one thread for one page makes it slower; it counts only before the library is loaded.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        try:
            import numpy  # noqa: F401
            import tesserocr
        except ImportError as error:
            raise Missing(NO_LIBRARY) from error
        self._tesserocr = tesserocr
        self._shape: tuple[int, ...] = (0, 0)
        try:
            self._api: Any = tesserocr.PyTessBaseAPI(
                path=f"{find_model(folder)}/", lang=MODEL, oem=tesserocr.OEM.LSTM_ONLY
            )
        except RuntimeError as error:
            raise Missing(NO_MODEL) from error

    def close(self) -> None:
        """Give back what Tesseract holds; nothing can be read afterwards."""
        self._api.End()

    def show(self, grey: Grey, resolution: int) -> None:
        """Set the sheet that :meth:`read` reads from."""
        self._shape = grey.shape
        self._api.SetImage(Image.fromarray(grey))
        self._api.SetSourceResolution(resolution)

    def read(self, box: tuple[int, int, int, int], *, alone: bool = True, letters: str = "") -> list[Line]:
        """The lines in ``box`` (x0, y0, x1, y1 in pixels) from top to bottom, places in pixels of the sheet.

        ``alone``: the box holds one column of text and nothing else; else Tesseract finds the blocks itself.
        ``letters`` are the only ones looked for, when given, in a box of one line.
        """
        high, wide = self._shape
        x0, y0, x1, y1 = max(0, box[0]), max(0, box[1]), min(wide, box[2]), min(high, box[3])
        if x1 - x0 < 8 or y1 - y0 < 8:
            return []
        modes = self._tesserocr.PSM
        self._api.SetVariable("tessedit_char_whitelist", letters)
        self._api.SetPageSegMode(modes.SINGLE_LINE if letters else modes.SINGLE_BLOCK if alone else modes.AUTO)
        self._api.SetRectangle(x0, y0, x1 - x0, y1 - y0)
        if not self._api.Recognize(_PATIENCE):
            return []
        return list(self._lines())

    def _lines(self) -> Iterator[Line]:
        levels = self._tesserocr.RIL
        symbols = self._api.GetIterator()
        if symbols is None:
            return
        line = Line([])
        word: float = 1.0
        for symbol in self._tesserocr.iterate_level(symbols, levels.SYMBOL):
            if symbol.IsAtBeginningOf(levels.TEXTLINE):
                if line.printed:
                    yield line
                line = Line([])
            elif symbol.IsAtBeginningOf(levels.WORD):
                line.glyphs.append(SPACE)
            if symbol.IsAtBeginningOf(levels.WORD):
                word = symbol.Confidence(levels.WORD) / 100
            place = symbol.BoundingBox(levels.SYMBOL)
            text = _text_of(symbol, levels.SYMBOL)
            if place is not None:
                x0, y0, x1, y1 = map(float, place)
                line.glyphs += [Glyph(char, (x0, y0, x1, y1), confidence=word) for char in text]
        if line.printed:
            yield line


def _text_of(symbol: Any, level: Any) -> str:
    try:
        return unicodedata.normalize("NFC", symbol.GetUTF8Text(level) or "")
    except RuntimeError:  # a stroke that is no letter
        return ""
