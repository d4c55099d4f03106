"""What a file is, told by its content and never by its name."""

from __future__ import annotations

import codecs
import io
import re
import zipfile

from vanban.model import Remark
from vanban.sources.images import image_kind
from vanban.sources.limits import Unreadable
from vanban.sources.package import BROKEN_ZIP

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Streams of an OLE file, in the order in which they decide: a Word file may hold a sheet, and either a password.
_STREAMS = (
    ("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"),
    ("PowerPoint Document", "slides"), ("__substg1.0_", "mail"),
)  # fmt: skip
_PARTS = (("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "slides"), ("xl/workbook.bin", "xlsb"))
_WORD = re.compile(r"word/document\d*\.xml")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body"
    rb"|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type):", re.IGNORECASE)
_PACKED = ((b"Rar!\x1a\x07", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b\x08", "gzip"))

REFUSED = {
    "encrypted": "Tệp được bảo vệ bằng mật khẩu. Hãy mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại.",
    "slides": "Tệp là bản trình chiếu, không phải văn bản. Hãy đưa tệp văn bản .docx hoặc PDF.",
    "xlsb": "Tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel và lưu lại dạng .xlsx.",
    "mail": "Tệp là thư Outlook (.msg). Hãy lưu riêng tệp văn bản đính kèm rồi đưa tệp đó.",
    "ole": "Tệp Office kiểu cũ không nhận ra được. Hãy mở bằng Word hoặc Excel và lưu lại dạng .docx, .xlsx.",
    "open": "Tệp OpenDocument không phải văn bản (.odt). Hãy lưu lại dạng .docx, bảng tính thì dạng .xlsx.",
}


MACROS = Remark("macros", "Tệp có macro; chỉ đọc nội dung, không chạy macro.")
_VBA = "_VBA_PROJECT".encode("utf-16-le")


def macros_of(data: bytes) -> tuple[Remark, ...]:
    """The remark for an OLE file (.doc, .xls) that holds macros."""
    return (MACROS,) if _VBA in data else ()


def kind_of(data: bytes) -> str:
    """One of "pdf", "docx", "xlsx", "odt", "doc", "xls", "rtf", "html", "mhtml", "edxml", "zip", "image" and "text".

    Raises :class:`Unreadable` for what is known to be something else, or a package that cannot be opened.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _named(next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), "ole"))
    for magic, name in _PACKED:
        if data.startswith(magic):
            raise Unreadable(f"Tệp nén {name}. Hãy giải nén rồi đưa từng tệp, hoặc nén lại dạng .zip.")
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.lstrip()[:1] in (b"<", b"\xef", b"\xff", b"\xfe"):
        from vanban.edxml.main_text import is_package  # which builds on the limits of this package

        if is_package(data):
            return "edxml"
    start = data[:4096]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "ignore").encode()
    if _HTML.match(start):
        return "html"
    if _MHTML.match(data[:2048]) and b"text/html" in data[:8192].lower():
        return "mhtml"
    return "image" if image_kind(data) else "text"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            first = archive.read(names[0]) if names[:1] == ["mimetype"] else b""
    except BROKEN_ZIP as error:
        raise Unreadable("Tệp nén bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp.", "zip") from error
    if any(_WORD.fullmatch(name) for name in names):
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        return _named("odt" if first.strip() == b"application/vnd.oasis.opendocument.text" else "open")
    return _named(next((kind for part, kind in _PARTS if part in names), "zip"))


def _named(kind: str) -> str:
    if kind in REFUSED:
        raise Unreadable(REFUSED[kind])
    return kind
