"""Made-up files: small PDFs and .docx files, written part by part so that a test can spoil any of them."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import settings
from vanban.folding import contains
from vanban.model import Document, Value

# A shared machine is no clock: no example fails for being slow. Long runs are asked for by LIENTHONG_FULL.
settings.register_profile("vanban", deadline=None, max_examples=2_000 if os.environ.get("LIENTHONG_FULL") else 60)
settings.load_profile("vanban")

#: A folder like that of real documents: documents/, gold/, more/, files/.
REAL = os.environ.get("VANBAN_REAL_DOCUMENTS")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """At the end, where a quiet run says it too."""
    if REAL is None:
        terminalreporter.write_line("vanban: VANBAN_REAL_DOCUMENTS is not set, no real documents were read")
        return
    count = sum(1 for folder in ("documents", "more", "files") for _ in (Path(REAL) / folder).glob("*.*"))
    terminalreporter.write_line(f"vanban: {count} real documents were read")


def paragraph(text: str, properties: str = "") -> str:
    """A ``w:p`` with one run; ``properties`` is the inside of its ``w:pPr``."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def in_list(text: str, number: int, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def docx_of(body: str, **parts: str) -> bytes:
    """A .docx with the given inside of ``w:body``; ``parts`` are the insides of word/<name>.xml."""
    files = {"[Content_Types].xml": _TYPES}
    for name, inside in {"document": f"<w:body>{body}</w:body>", **parts}.items():
        files[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{_W}">{inside}</w:{name}>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


#: x, y, text and, if it is not the page's, the size.
Words = Sequence[tuple[float, float, str] | tuple[float, float, str, float]]


def _stream(words: Words, size: float) -> bytes:
    lines = [
        f"BT /F {own[0] if own else size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
        for x, y, text, *own in words
    ]
    return "\n".join(lines).encode()


def pdf_of(
    *pages: Words,
    stamps: Words = (),
    stamps_on: int = 0,
    size: float = 13,
    drawing: str = "",
    font_name: str = "Times",
) -> bytes:
    """A PDF with text at (x, y) points from the lower left corner of A4 pages; every character is half its size wide.

    ``stamps`` are drawn by signature fields of page ``stamps_on``, from 0; ``drawing`` stands in the content of every
    page; the font says that its name is ``font_name``.
    """
    codes = sorted({ord(char) for words in (*pages, stamps) for _, _, text, *_ in words for char in text})
    mapping = "".join(
        f"{len(part)} beginbfchar\n" + "".join(f"<{code:04x}> <{code:04x}>\n" for code in part) + "endbfchar\n"
        for part in (codes[at : at + 100] for at in range(0, len(codes), 100))
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{mapping}endcmap end end"
    ).encode()
    objects: list[bytes] = []

    def add(body: str, stream: bytes | None = None) -> int:
        data = body.encode()
        if stream is not None:
            data = body[:-2].encode() + f" /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"
        objects.append(data)
        return len(objects)

    unicode = add("<< >>", cmap)
    descriptor = add(
        f"<< /Type /FontDescriptor /FontName /{font_name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        " /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    descendant = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font_name} /DW 500 /CIDSystemInfo << /Registry (Adobe)"
        f" /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R >>"
    )
    font = add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{font_name} /Encoding /Identity-H"
        f" /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"
    )
    resources = f"/Resources << /Font << /F {font} 0 R >> >>"
    fields = []
    for x, y, text, *_ in stamps:
        width = 0.5 * size * len(text)
        look = add(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 {width} {size}] {resources} >>",
            _stream([(0, 3, text)], size),
        )
        fields.append(
            add(
                f"<< /Type /Annot /Subtype /Widget /FT /Sig /F 4 /Rect [{x} {y - 3} {x + width} {y - 3 + size}]"
                f" /AP << /N {look} 0 R >> >>"
            )
        )
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for number, words in enumerate(pages):
        content = add("<< >>", _stream(words, size) + f"\n{drawing}".encode())
        annotations = (
            f"/Annots [{' '.join(f'{field} 0 R' for field in fields)}]" if number == stamps_on and fields else ""
        )
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] {resources} /Contents {content} 0 R"
                f" {annotations} >>"
            )
        )
    add(f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>")
    root = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def values_of(item: Any) -> Iterator[Value[Any]]:
    """Every value in a document."""
    if isinstance(item, Value):
        yield item
    elif isinstance(item, tuple):
        for part in item:
            yield from values_of(part)
    elif is_dataclass(item):
        for field in fields(item):
            yield from values_of(getattr(item, field.name))


def check(document: Document) -> None:
    """The text at a span contains the value, or the value says by which rule it was derived."""
    for value in values_of(document):
        assert 0 < value.confidence <= 1
        assert value.rule
        if value.span is not None:
            assert 0 <= value.span.start < value.span.end <= len(document.text), value
        if not value.rule.startswith("derived."):
            assert value.span is not None, value
            assert contains(document.text[value.span.start : value.span.end], str(value.value)), value


@pytest.fixture(scope="session")
def check_values() -> Callable[[Document], None]:
    return check


@pytest.fixture(scope="session")
def make_pdf() -> Callable[..., bytes]:
    return pdf_of


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    return docx_of


@pytest.fixture(scope="session")
def p() -> Callable[..., str]:
    return paragraph


@pytest.fixture(scope="session")
def li() -> Callable[..., str]:
    return in_list
