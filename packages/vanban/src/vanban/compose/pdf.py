"""Sheets as a PDF, drawn by Typst in this process (see ``sheet.typ``)."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
from pathlib import Path
from typing import Any

import typst

from vanban.compose.blocks import Columns, Sheet
from vanban.compose.fonts import typeface
from vanban.compose.labels import ModelError, date_parts
from vanban.compose.measures import Measures

_MISSING_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed')
_TEMPLATE = Path(__file__).with_name("sheet.typ")


def pdf_of(sheets: tuple[Sheet, ...], measures: Measures, title: str, date: str | None) -> bytes:
    """The bytes of a tagged PDF/A-2a; the same sheets and fonts give the same bytes.

    ``date`` is the document's; an archival PDF must say when it was made, and the clock would change the bytes.

    Raises :class:`ModelError` where no typeface with the widths of Times New Roman is installed.
    """
    family, fonts = typeface()
    data = {
        "title": title,
        "measures": dataclasses.asdict(measures),
        "font": family,
        "sheets": [_plain(sheet) for sheet in sheets],
    }
    try:
        drawn = typst.compile(
            _TEMPLATE,
            root=_TEMPLATE.parent,
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"sheets": json.dumps(data, ensure_ascii=False)},
            pdf_standards="a-2a",
            timestamp=_timestamp(date),
        )
    except typst.TypstError as error:
        missing = _MISSING_LETTER.search(str(error))
        if missing is None:
            raise
        raise ModelError(f"Phông chữ không in được “{missing[1]}”. Hãy bỏ ký tự đó, hoặc soạn bản .docx.") from error
    assert isinstance(drawn, bytes)
    return drawn


def _timestamp(date: str | None) -> datetime.datetime:
    """The day of the document in UTC, the first where the day or the month is blank, that of the epoch without date."""
    year, month, day = date_parts(date)
    return datetime.datetime(year or 1970, month or 1, day or 1, tzinfo=datetime.UTC)


def _plain(sheet: Sheet) -> dict[str, Any]:
    return {"landscape": sheet.landscape, "blocks": [_block(block) for block in sheet.blocks]}


def _block(block: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {"kind": type(block).__name__.lower(), **dataclasses.asdict(block)}
    if isinstance(block, Columns):
        plain["left"], plain["right"] = ([_block(part) for part in side] for side in (block.left, block.right))
    return plain
