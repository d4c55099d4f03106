"""Which installed typeface can print Vietnamese with the widths of Times New Roman."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import typst

from vanban.compose.labels import ModelError

#: Typefaces with the widths of Times New Roman, the best first.
_FAMILIES = ("Times New Roman", "Tinos", "Liberation Serif")
#: Names a folder with fonts, beside those of the system.
VARIABLE = "VANBAN_FONTS"
_MISSING = (
    "Máy chưa có phông chữ tiếng Việt cùng cỡ với Times New Roman để soạn PDF. Hãy cài gói fonts-liberation2, hoặc "
    f"ghi thư mục chứa phông vào biến môi trường {VARIABLE}. Bản .docx không cần phông này."
)
_STYLES = 4


def typeface() -> tuple[str, typst.Fonts]:
    """The family, and the fonts to draw with; raises :class:`ModelError` where no typeface fits."""
    return _typeface(os.environ.get(VARIABLE))


@cache
def _typeface(folder: str | None) -> tuple[str, typst.Fonts]:
    installed = typst.Fonts(include_embedded_fonts=False, font_paths=[folder] if folder else []).fonts()
    for family in _FAMILIES:
        folders = [str(Path(font.path).parent) for font in installed if font.family == family and font.path]
        for candidate in sorted(set(folders)):
            if folders.count(candidate) >= _STYLES:
                fonts = typst.Fonts(False, False, [candidate])
                if _prints_vietnamese(family, fonts):
                    return family, fonts
    raise ModelError(_MISSING)


def _prints_vietnamese(family: str, fonts: typst.Fonts) -> bool:
    """The first Liberation Serif has the name of the second, but not the letters."""
    probe = f'#set text(font: "{family}", fallback: false)\nỦỰẶ *ủựặ* _Ẫẫ_'
    try:
        # An archival PDF is refused where a letter is missing; an ordinary one would show an empty box.
        typst.compile(probe.encode(), font_paths=fonts, ignore_system_fonts=True, pdf_standards="a-2b", timestamp=0)
    except typst.TypstError:
        return False
    return True
