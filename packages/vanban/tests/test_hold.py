"""Files made to break a reader: it answers with a sentence, in bounded memory and time, and leaves nothing behind.

Each is read in a process that gets no more memory than ``MEMORY``; how long it may take is generous, for what is tested
is that it ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from made_files import xlsx_of_rows, zipped

from conftest import docx_of, pdf_of

MEMORY = 2_500_000_000
SECONDS = 300

READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
import vanban
document = vanban.read(sys.argv[1])
print([remark.message for remark in document.remarks if remark.kind == "unreadable"] or len(document.text))
"""


def stored(**parts: str) -> bytes:
    """A .docx that is not packed, so that no ratio gives it away."""
    text = {"document": "<w:body/>", **parts}
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    files: dict[str, bytes | str] = {
        f"word/{name}.xml": f'<w:{name} xmlns:w="{space}">{inside}</w:{name}>' for name, inside in text.items()
    }
    return zipped(files, zipfile.ZIP_STORED)


def laughs() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return zipped({"word/document.xml": f'<!DOCTYPE d [<!ENTITY a0 "ha">{levels}]><d>&a11;</d>'})


FAR_CELL = '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
FAR_ROW = '<row r="999999999999"><c r="A1"><v>1</v></c></row>'
WIDE = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 1_000))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARTS = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(20_000))

#: Name: how the file is made, and a word of the answer ("" where it is read).
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a million elements in each other": (
        lambda: stored(document="<w:body>" + "<w:sdt>" * 1_000_000 + "</w:sdt>" * 1_000_000 + "</w:body>"),
        "hỏng",
    ),
    "tables in tables": (
        lambda: stored(document="<w:body>" + "<w:tbl><w:tr><w:tc>" * 300_000 + "</w:tc></w:tr></w:tbl>" * 300_000),
        "hỏng",
    ),
    "a billion laughs": (laughs, "thực thể"),
    "a part of zeros": (lambda: zipped({"word/document.xml": b"\0" * 59_000_000}), "quá lớn"),
    "50 MB of text": (lambda: b"Ke hoach truyen thong\n" * 2_300_000, "4 triệu"),
    "divisions in divisions": (lambda: b"<html><body>" + b"<div>" * 1_000_000, "quá sâu"),
    "cells that reach down": (
        lambda: b"<html><table><tr>" + b"<td rowspan=65000>a" * 2_000 + b"</tr>" + b"<tr></tr>" * 50_000,
        "triệu ô",
    ),
    "parts of mail in parts": (
        lambda: b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0; x="text/html"\n\n' + PARTS.encode(),
        "hỏng",
    ),
    "a row that no sheet has": (lambda: xlsx_of_rows(FAR_ROW), "triệu ô"),
    "rows as wide as a sheet": (lambda: xlsx_of_rows(WIDE), "triệu ô"),
    "2,000 pages": (lambda: pdf_of(*[[(85, 700, "Trang")]] * 2_000), "1500 trang"),
    "bombs in archives": (
        lambda: zipped({f"{n}.zip": zipped({"a.txt": b"\0" * 50_000_000}) for n in range(10)}),
        "10 tệp",
    ),
    "an old spreadsheet of noise": (lambda: OLE + bytes(range(256)) * 8_000 + "Workbook".encode("utf-16-le"), "hỏng"),
    "an old document of noise": (lambda: OLE + bytes(range(256)) * 8_000 + "WordDocument".encode("utf-16-le"), "hỏng"),
}
#: These take up to a minute each.
LONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "a cell far away": (lambda: xlsx_of_rows(FAR_CELL), ""),
    "only brackets": (lambda: b"(" * 3_900_000, ""),
    "only bars": (lambda: b"|" * 3_900_000, ""),
    "a million paragraphs": (
        lambda: docx_of("".join(f"<w:p><w:r><w:t>{n}a</w:t></w:r></w:p>" for n in range(1_000_000))),
        "4 triệu",
    ),
    "as many short lines as a text may have": (lambda: b"1. a\n" * 790_000, ""),
    "as many blank lines": (lambda: b"\n" * 3_900_000 + b"x", ""),
    "as many numbers": (lambda: "số 12/KH-UBND ngày 05/01/2026 ".encode() * 110_000, ""),
    "as many rows": (lambda: "STT\tNội dung\tChủ trì\n".encode() + b"a\tb\tc\n" * 600_000, ""),
    "1,500 pages": (lambda: pdf_of(*[[(85, 700 - 20 * n, "Trang") for n in range(30)]] * 1_500), ""),
}
if os.environ.get("LIENTHONG_FULL"):
    FILES |= LONG


@pytest.mark.parametrize("name", FILES)
def test_it_ends_in_bounds_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    make, word = FILES[name]
    file, here = tmp_path / "tep", tmp_path / "tmp"
    file.write_bytes(make())
    here.mkdir()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TMPDIR": str(here)}
    done = subprocess.run(
        [sys.executable, "-c", READ, str(file), str(MEMORY)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    assert word in done.stdout
    assert done.stdout.startswith("[" if word else tuple("123456789"))
    assert list(here.iterdir()) == []
