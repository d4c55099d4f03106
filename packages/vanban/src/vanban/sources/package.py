"""The parts of a .docx, opened within limits and parsed without entities, DTD or network."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from vanban.sources.limits import MAX_ENTRIES, MAX_PART, MAX_RATIO, MAX_UNPACKED, Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TOO_LARGE = "Tệp nén bung ra quá lớn, có thể là tệp phá hoại; không đọc."
_BROKEN = "Tệp Word bị hỏng hoặc tải về chưa đủ. Hãy mở bằng Word và lưu lại."


class Package:
    """A .docx as a set of XML parts, each read at most once."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable(_BROKEN, "docx") from error
        entries = self._archive.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise Unreadable(_TOO_LARGE, "docx")
        self._entries = {entry.filename: entry for entry in entries}

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part, or None if the package has no such part."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise Unreadable("Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi lưu lại.", "docx")
        ratio = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > MAX_PART or (entry.file_size > 1_000_000 and ratio > MAX_RATIO):
            raise Unreadable(_TOO_LARGE, "docx")
        try:
            with self._archive.open(entry) as stream:
                # The directory may lie about the size, so the stream is held to the limit as well.
                data = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise Unreadable(_BROKEN, "docx") from error
        if len(data) > MAX_PART:
            raise Unreadable(_TOO_LARGE, "docx")
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Unreadable("Tệp Word chứa khai báo thực thể XML không hợp lệ; không đọc.", "docx")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(data.replace(_STRICT.encode(), W[1:-1].encode()), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unreadable(_BROKEN, "docx") from error
