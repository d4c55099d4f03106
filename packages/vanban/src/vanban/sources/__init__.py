"""Bytes to :class:`~vanban.source.Source`: what a file is, is decided by its content and never by its name.

Nothing here raises for what a file holds. Whatever cannot be read ends in a source without text and one remark of kind
"unreadable" whose sentence says why and what the user can do.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from vanban.source import Source
from vanban.sources.archive import only_member
from vanban.sources.docx import read_docx
from vanban.sources.kinds import kind_of
from vanban.sources.limits import MAX_BYTES, TOO_LARGE, Unreadable, unreadable
from vanban.sources.office import read_office
from vanban.sources.pdf import read_pdf
from vanban.sources.pictures import read_pictures
from vanban.sources.scan import Scans
from vanban.sources.text import read_text
from vanban.sources.web import read_html, read_mhtml

_READERS = {"docx": read_docx, "html": read_html, "mhtml": read_mhtml, "text": read_text}


def open_source(data: bytes, *, tessdata: str | os.PathLike[str] | None = None) -> Source:
    """Read the bytes of one file of any kind; ``tessdata`` is the folder of the model that recognises letters."""
    try:
        if not data.strip(b" \t\r\n\0"):
            raise Unreadable("Tệp rỗng, không có nội dung.")
        if len(data) > MAX_BYTES:
            raise Unreadable(TOO_LARGE)
        with Scans(tessdata) as scans:
            return _open(data, kind_of(data), scans)
    except Unreadable as refusal:
        return unreadable(refusal.message, refusal.kind)


def open_pictures(files: Sequence[bytes], *, tessdata: str | os.PathLike[str] | None = None) -> Source:
    """Read picture files as the pages of one document, in the order given."""
    try:
        with Scans(tessdata) as scans:
            return read_pictures(files, scans)
    except Unreadable as refusal:
        return unreadable(refusal.message, refusal.kind)


def _open(data: bytes, kind: str, scans: Scans) -> Source:
    if kind == "pdf":
        return read_pdf(data, scans)
    if kind == "image":
        return read_pictures([data], scans)
    if kind in _READERS:
        return _READERS[kind](data)
    if kind in ("xlsx", "xls"):
        # Loaded only where there is a spreadsheet: its libraries take longer to load than a document to read.
        from vanban.sources import sheets

        return sheets.read_xlsx(data) if kind == "xlsx" else sheets.read_xls(data)
    if kind == "edxml":
        from vanban.edxml.main_text import package_source  # which builds on the limits of this package

        return package_source(data, open_source)
    return open_source(only_member(data).data) if kind == "zip" else read_office(data, kind)
