"""Bytes to :class:`~vanban.source.Source`: what a file is, is decided by its content and never by its name.

Nothing here raises for what a file holds. Whatever cannot be read ends in a source without text and one remark of kind
"unreadable" whose sentence says why and what the user can do.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Sequence

from vanban.source import Source
from vanban.sources.docx import read_docx
from vanban.sources.images import image_kind
from vanban.sources.limits import MAX_BYTES, TOO_LARGE, Unreadable, unreadable
from vanban.sources.pdf import read_pdf
from vanban.sources.pictures import read_pictures
from vanban.sources.scan import Scans
from vanban.sources.text import read_text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def open_source(data: bytes, *, tessdata: str | os.PathLike[str] | None = None) -> Source:
    """Read the bytes of one file of any kind; ``tessdata`` is the folder of the model that recognises letters."""
    try:
        if not data.strip(b" \t\r\n\0"):
            raise Unreadable("Tệp rỗng, không có nội dung.")
        if len(data) > MAX_BYTES:
            raise Unreadable(TOO_LARGE)
        with Scans(tessdata) as scans:
            return _by_content(data, scans)
    except Unreadable as refusal:
        return unreadable(refusal.message, refusal.kind)


def open_pictures(files: Sequence[bytes], *, tessdata: str | os.PathLike[str] | None = None) -> Source:
    """Read picture files as the pages of one document, in the order given."""
    try:
        with Scans(tessdata) as scans:
            return read_pictures(files, scans)
    except Unreadable as refusal:
        return unreadable(refusal.message, refusal.kind)


def _by_content(data: bytes, scans: Scans) -> Source:
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, scans)
    if data.startswith(b"PK\x03\x04"):
        _require_docx(data)
        return read_docx(data)
    if data.startswith(_OLE):
        # A password turns a .docx into an OLE file with a stream of this name.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("Tệp được bảo vệ bằng mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.")
        raise Unreadable("Tệp Office kiểu cũ (.doc, .xls, .ppt). Hãy mở bằng Word và lưu lại dạng .docx.")
    if data.startswith(b"{\\rtf"):
        raise Unreadable("Tệp RTF. Hãy mở bằng Word và lưu lại dạng .docx.")
    if data.lstrip()[:1] in (b"<", b"\xef", b"\xff", b"\xfe"):
        from vanban.edxml.main_text import is_package, package_source  # which builds on the limits of this package

        if is_package(data):
            return package_source(data, open_source)
    if _HTML.match(data[:1024]):
        raise Unreadable("Tệp là trang web (HTML). Hãy mở bằng Word và lưu lại dạng .docx, hoặc tải bản PDF.")
    if image_kind(data):
        return read_pictures([data], scans)
    return read_text(data)


def _require_docx(data: bytes) -> None:
    """Say what a ZIP file is when it is not a Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable("Tệp nén bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp.") from error
    if "word/document.xml" in names:
        return
    if "xl/workbook.xml" in names:
        raise Unreadable("Tệp là bảng tính Excel, không phải văn bản. Hãy đưa tệp văn bản .docx hoặc PDF.")
    if "ppt/presentation.xml" in names:
        raise Unreadable("Tệp là bản trình chiếu, không phải văn bản. Hãy đưa tệp văn bản .docx hoặc PDF.")
    if "mimetype" in names and "content.xml" in names:
        raise Unreadable("Tệp OpenDocument (.odt, .ods). Hãy lưu lại dạng .docx.")
    raise Unreadable("Tệp nén (ZIP) không phải văn bản Word. Hãy giải nén và đưa từng tệp.")
