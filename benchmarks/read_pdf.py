"""How fast PDFs are read: text, stamps and head, beside PDFium's bare page text of the same files.

The files are the signed sample plan, a plan of thirty pages set by Typst, and those files in VANBAN_REAL_DOCUMENTS,
where that is set, whose text layer is Vietnamese: a page without one is recognised, which is measured apart.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import typst
from vanban.head import read_head
from vanban.sources import open_source
from vanban.sources.damage import vietnamese
from vanban.zones import split

from benchmarks import Row, seconds
from benchmarks.texts import plan

_SAMPLE = Path(__file__).parent.parent / "samples" / "04-ke-hoach-xa.pdf"
_PAGE = """#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(size: 14pt, lang: "vi")
#for line in sys.inputs.text.split("\\n") { par(line) }
"""


def measure() -> Iterable[Row]:
    long = typst.compile(_PAGE.encode(), sys_inputs={"text": plan(160)})
    yield _row("read-pdf", [_SAMPLE.read_bytes(), long])
    if real := os.environ.get("VANBAN_REAL_DOCUMENTS"):
        files = [path.read_bytes() for path in sorted((Path(real) / "files").glob("*.pdf"))]
        yield _row("read-pdf, real files", [file for file in files if vietnamese(_bare(file))])


def _row(name: str, files: list[bytes]) -> Row:
    pages = sum(len(pypdfium2.PdfDocument(file)) for file in files)
    ours, bare = seconds(lambda: [_read(file) for file in files], lambda: [_bare(file) for file in files])
    return Row(name, ours / pages * 1000, "ms/page", bare / pages * 1000)


def _read(data: bytes) -> object:
    source = open_source(data)
    return read_head(source, split(source))


def _bare(data: bytes) -> str:
    document, text = pypdfium2.PdfDocument(data), []
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        text.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return "\n".join(text)
