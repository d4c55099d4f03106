"""PDFs made to hurt: too many pages, circles, bombs, locks, cuts. Each is read in part or refused with a sentence."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest
import vanban
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from signing import authority, sign

Maker = Callable[..., bytes]

TEXT = b"BT /F 12 Tf 60 700 Td (Thong bao lich tiep cong dan) Tj ET\n"


def pdf(*objects: bytes) -> bytes:
    """A file of these objects; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, data)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< %b /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (more, len(packed), packed)


def page(content: bytes, more: bytes = b"", box: bytes = b"[0 0 595 842]") -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox %b /Contents 5 0 R /Resources << /Font << /F 4 0 R >>"
        b" /XObject << /X 6 0 R >> >> %b >>" % (box, more),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        stream(content),
        stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
    )


def pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    one = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    tree = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count)
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", tree, *[one] * count)


CIRCLE = pdf(
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 5 >>",
    b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 7 >>",
)
DEEP = pdf(
    b"<< /Type /Catalog /Pages 2 0 R >>",
    *(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(5_000)),
    b"<< /Type /Page /MediaBox [0 0 595 842] >>",
)


@pytest.mark.parametrize(
    ("data", "word"),
    [(pages(2_000), "1500 trang"), (CIRCLE, "PDF"), (DEEP, "PDF")],
    ids=["2,000 pages", "circle", "deep tree"],
)
def test_what_has_no_end_is_refused(data: bytes, word: str) -> None:
    document = vanban.read(data)
    assert document == vanban.Document(remarks=document.remarks)
    assert document.unreadable
    assert word in document.remarks[0].message


@pytest.mark.parametrize(
    "data",
    [
        page(TEXT + b"/X Do"),
        page(TEXT + b"[" * 200_000 + b"] TJ"),
        page(TEXT, b"/Q " + b"[" * 100_000 + b"]" * 100_000),
        page(TEXT + b"q " * 200_000),
        page(TEXT, box=b"[0 0 9e9 9e9]"),
        page(TEXT, b"/Annots [" + b"<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 9 9] >> " * 5_000 + b"]"),
        page(TEXT + b"0 0 m 9 9 l S\n" * 50_000),
        page(TEXT) + b"\n%" + b"x" * 50_000_000,
    ],
    ids=["form in itself", "arrays", "nested array", "states", "huge page", "fields", "strokes", "50 MB"],
)
def test_what_is_too_much_of_one_thing_is_read_around(data: bytes) -> None:
    assert vanban.read(data).text == "Thong bao lich tiep cong dan"


_LIMITED = """
import resource, sys, vanban
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
print(vanban.read(sys.stdin.buffer.read()).remarks[0].message)
"""


@pytest.mark.parametrize(
    "data",
    [
        page(b" " * 300_000_000),
        pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /XObject << /I 5 0 R >> >> >>",
            stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
            stream(
                b"\0" * 1_000_000,
                b"/Type /XObject /Subtype /Image /Width 90000 /Height 90000 /BitsPerComponent 1"
                b" /ColorSpace /DeviceGray",
            ),
        ),
    ],
    ids=["bomb", "huge image"],
)
def test_bombs_stay_within_memory(data: bytes) -> None:
    run = subprocess.run([sys.executable, "-c", _LIMITED], input=data, capture_output=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr.decode()[-500:]
    assert run.stdout.decode().strip().endswith(".")


def test_more_letters_than_a_document_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.sources.limits.MAX_TEXT", 10)
    assert "vượt giới hạn" in vanban.read(page(TEXT)).remarks[0].message


def locked(data: bytes, user: str) -> bytes:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(data)))
    writer.encrypt("chu", user)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_password_is_asked_for(make_pdf: Maker) -> None:
    document = vanban.read(locked(page(TEXT), "bi-mat"))
    assert document.unreadable
    assert "mật khẩu" in document.remarks[0].message


def test_a_file_that_is_only_protected_against_changes_is_read() -> None:
    assert vanban.read(locked(page(TEXT), "")).text == "Thong bao lich tiep cong dan"


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_that_was_cut(make_pdf: Maker, kept: float) -> None:
    whole = sign(make_pdf([(85, 700, "Ủy ban nhân dân xã thông báo.")] * 3), authority().signer())
    document = vanban.read(whole[: int(len(whole) * kept)])
    assert document.unreadable or "Ủy ban nhân dân xã thông báo." in document.text
    assert all(signature.message for signature in document.signatures)
