"""Made-up spreadsheets and archives, written part by part."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]


def zipped(files: dict[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A .zip of files by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def xlsx(*sheets: Rows, hidden: int = 0, formats: dict[str, str] | None = None) -> bytes:
    """An .xlsx whose last ``hidden`` sheets are hidden; ``formats`` are number formats of cells of the first."""
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        for row in rows:
            sheet.append(list(row))
        if number >= len(sheets) - hidden:
            sheet.sheet_state = "hidden"
    for place, number_format in (formats or {}).items():
        book.worksheets[0][place].number_format = number_format
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def xls(rows: Rows) -> bytes:
    """An .xls (BIFF8 in an OLE file) of one sheet, with text, numbers and, for a datetime, a cell in a day format."""

    def begin(kind: int) -> bytes:
        return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 6))

    def text(value: str) -> bytes:
        return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")

    cells = b""
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, str):
                cells += _record(0x204, struct.pack("<HHH", y, x, 0) + text(value))
            elif value is not None:
                day = isinstance(value, datetime)
                amount = (value - datetime(1899, 12, 30)).days if day else value  # noqa: DTZ001
                cells += _record(0x203, struct.pack("<HHHd", y, x, int(day), amount))
    formats = b"".join(_record(0xE0, struct.pack("<HH", 0, key) + bytes(16)) for key in (0, 14))
    name = struct.pack("<BB", 4, 0) + b"Mot1"
    globals_length = len(begin(5) + formats) + 4 + 6 + len(name) + 4
    stream = begin(5) + formats + _record(0x85, struct.pack("<IH", globals_length, 0) + name) + _record(0x0A, b"")
    stream += begin(0x10) + cells + _record(0x0A, b"")
    return ole("Workbook", stream)


def ole(name: str, stream: bytes) -> bytes:
    """An OLE file that holds one stream."""
    stream = stream.ljust(max(4096, -len(stream) % 512 + len(stream)), b"\0")
    sectors = len(stream) // 512
    # Sector 0 is the table of sectors, sector 1 the directory, the stream follows.
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    assert len(chain) <= 128
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))

    def entry(label: str, kind: int, child: int, start: int, size: int) -> bytes:
        title = label.encode("utf-16-le") + b"\0\0" if label else b""
        links = (0xFFFFFFFF, 0xFFFFFFFF, child)
        return (
            title.ljust(64, b"\0") + struct.pack("<HBB3I", len(title), kind, 1, *links) + bytes(36)
            + struct.pack("<IQ", start, size)
        )  # fmt: skip

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 2, len(stream))
    directory += entry("", 0, 0xFFFFFFFF, 0, 0) * 2
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return header + table + directory + stream


def xlsx_of_rows(rows: str) -> bytes:
    """An .xlsx whose sheet has the given XML inside of its ``sheetData``."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    with zipfile.ZipFile(io.BytesIO(xlsx([["a"]]))) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, "xl/worksheets/sheet1.xml": sheet})
