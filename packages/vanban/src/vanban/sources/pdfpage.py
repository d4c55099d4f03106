"""Reading one page of a PDF: its lines in order, stamps in their blanks, columns apart, ruled tables cell by cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.model import Seal
from vanban.sources.columns import indent_first_lines, split_columns
from vanban.sources.damage import damaged, foreign, misread, partly_damaged
from vanban.sources.glyphs import Box, Characters, Line
from vanban.sources.grids import find_grids, put_into_grids
from vanban.sources.headrule import put_head_rule
from vanban.sources.pdfrules import find_segments
from vanban.sources.pdftext import has_stamps, read_characters
from vanban.sources.spread import Columns, spread_tables
from vanban.sources.stamps import fill_blanks, stamps_of, take_seals
from vanban.sources.text import tidy

#: Where a number or a day of a letterhead is left blank, for a stamp to fill.
_BLANK = re.compile(r"[Ss]ố\s*:?[\s.…_]*[/-]|ngày[\s.…_]*tháng|tháng[\s.…_]*năm")

#: What became of a page: read; with nothing on it; without any text; with text of a wrong font map; with text that a
#: machine read for another language; with damaged lines among others; not to be opened.
State = Literal["read", "blank", "empty", "damaged", "misread", "partly damaged", "broken"]


@dataclass(slots=True)
class PdfPage:
    """A page as read; sizes in points. A page that is damaged or misread has no lines."""

    number: int
    state: State
    width: float = 0.0
    height: float = 0.0
    lines: list[Line] = field(default_factory=list)
    seals: list[Seal] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    """Printed figures that a stamp was put over."""
    stamps: list[Line] = field(default_factory=list)
    """What was stamped on a page that has no lines, for whoever reads it from its picture."""
    recognised: bool = False
    """The lines were recognised in the picture of the page."""
    legacy: bool = False
    """Letters of a font from before Unicode were converted."""


@dataclass(slots=True)
class Carried:
    """What a table without ruled lines at the foot of one page tells of the next."""

    columns: Columns | None = None


def read_page(document: pypdfium2.PdfDocument, index: int, carried: Carried) -> PdfPage:
    """Read the page ``index``, from 0; the pages of a document come one after the other with the same ``carried``."""
    try:
        characters, stamped, segments, width, height = _open(document, index)
        blank = not characters.text and _is_blank(document, index)
    except pypdfium2.PdfiumError:
        return PdfPage(index + 1, "broken")
    read = PdfPage(index + 1, "blank" if blank else _state(characters), width, height, legacy=characters.legacy)
    stamps, read.seals = take_seals(stamps_of(stamped.glyphs()))
    if read.state not in ("read", "partly damaged"):
        read.stamps = stamps
    else:
        lines = characters.lines()
        read.replaced = fill_blanks(lines, stamps)
        lines = put_into_grids(lines, find_grids(segments))
        lines, carried.columns = spread_tables(lines, carried.columns)
        if index == 0:
            put_head_rule(lines, segments, width, height)
        lines = split_columns(lines, width, height, first_page=index == 0)
        indent_first_lines(lines)
        read.lines = lines
    return read


def _open(document: pypdfium2.PdfDocument, index: int) -> tuple[Characters, Characters, list[Box], float, float]:
    page = document[index]
    try:
        width, height = page.get_size()
        # Letterheads stand on first pages; elsewhere stamps are looked at only where a blank waits for one.
        flattened = index == 0 and _flatten(page)
        if flattened:
            page.close()
            page = document[index]
        printed, stamped = read_characters(page, flattened=flattened)
        if index and _BLANK.search(printed.text) and _flatten(page):
            page.close()
            page = document[index]
            printed, stamped = read_characters(page, flattened=True)
        segments = find_segments(page) if printed.text else []
        return printed, stamped, segments, width, height
    finally:
        page.close()


def _is_blank(document: pypdfium2.PdfDocument, index: int) -> bool:
    """Is nothing drawn on the page at all?"""
    page = document[index]
    try:
        return bool(pdfium.FPDFPage_CountObjects(page) == 0)
    finally:
        page.close()


def _flatten(page: pypdfium2.PdfPage) -> bool:
    """Draw the appearance of each field and note into the page (in memory); True when there was any."""
    return has_stamps(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS


def _state(characters: Characters) -> State:
    text = characters.text if characters.tidy else tidy(characters.text)
    if not text or text.isspace():
        return "empty"
    strange = characters.strange and foreign(text)
    if strange and damaged(text):
        return "damaged"
    if misread(text):
        return "misread"
    return "partly damaged" if strange and partly_damaged(text) else "read"
