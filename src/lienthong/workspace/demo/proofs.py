"""Evidence for the demonstration, made on the spot: a page, a picture, a link."""

import struct
import zlib
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from lienthong.plans.service import Proof
from lienthong.workspace.demo.clock import on

_SIZE = (240, 160)


def link(text: str) -> Proof:
    """A page of the commune's site; ``.example`` is a domain that nobody can have."""
    return Proof(url=f"https://minhhoa.example/{text}")


def minutes(number: str, dated: str) -> Proof:
    return Proof(number=number, dated=on(dated))


def photo(name: str, shade: int) -> Proof:
    """A small PNG of one colour."""
    width, height = _SIZE
    rows = b"".join(b"\0" + bytes((shade, 140, 160)) * width for _row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, body) for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )
    return Proof(file=SimpleUploadedFile(name, data, "image/png"), note="Ảnh chụp tại nhà văn hóa thôn")


def log(number: int, day: date) -> Proof:
    """A one-page PDF: the broadcast log of an issue."""
    text = f"NHAT KY PHAT THANH - So {number} - {day:%d/%m/%Y} - 21/23 cum loa"
    stream = f"BT /F1 14 Tf 60 760 Td ({text}) Tj ET".encode("ascii")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data, places = b"%PDF-1.4\n", []
    for place, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (place, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer
    return Proof(
        file=SimpleUploadedFile(f"nhat-ky-so-{number}.pdf", data, "application/pdf"), note="Nhật ký phát thanh"
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
