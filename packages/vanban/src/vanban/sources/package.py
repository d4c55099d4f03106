"""The parts of an Office package (.docx, .xlsx), opened within limits and parsed without entities, DTD or network."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from vanban.sources.limits import MAX_ENTRIES, MAX_PART, MAX_RATIO, MAX_UNPACKED, Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TOO_LARGE = "Tệp nén bung ra quá lớn, có thể là tệp phá hoại; không đọc."
_PROGRAMS = {"docx": "Word", "xlsx": "Excel"}
#: What a spoilt or unusual archive makes zipfile raise.
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)


class Package:
    """A package of parts. ``kind`` is "docx", "xlsx" or "zip", and stands in every refusal."""

    def __init__(self, data: bytes, kind: str = "docx") -> None:
        self._kind = kind
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ZIP as error:
            raise self._broken() from error
        entries = self._archive.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise Unreadable(_TOO_LARGE, kind)
        self.entries = {entry.filename: entry for entry in entries}
        self._parsed: dict[str, etree._Element] = {}

    def _broken(self) -> Unreadable:
        if self._kind not in _PROGRAMS:
            return Unreadable("Tệp nén bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp.", self._kind)
        program = _PROGRAMS[self._kind]
        return Unreadable(f"Tệp {program} bị hỏng hoặc tải về chưa đủ. Hãy mở bằng {program} và lưu lại.", self._kind)

    def bytes_of(self, name: str, limit: int = MAX_PART) -> bytes:
        """The unpacked bytes of an entry that is there; :class:`Unreadable` when protected, broken or too large."""
        entry = self.entries[name]
        if entry.flag_bits & 1:
            raise Unreadable("Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi lưu lại.", self._kind)
        ratio = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > limit or (entry.file_size > 1_000_000 and ratio > MAX_RATIO):
            raise Unreadable(_TOO_LARGE, self._kind)
        try:
            with self._archive.open(entry) as stream:
                # The directory may lie about the size, so the stream is held to the limit as well.
                data = stream.read(limit + 1)
        except BROKEN_ZIP as error:
            raise self._broken() from error
        if len(data) > limit:
            raise Unreadable(_TOO_LARGE, self._kind)
        return data

    def xml_of(self, name: str) -> bytes:
        """The bytes of an XML part; refused when it declares entities or a DTD, which no Office program writes."""
        data = self.bytes_of(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            program = _PROGRAMS.get(self._kind, "")
            raise Unreadable(f"Tệp {program} chứa khai báo thực thể XML không hợp lệ; không đọc.", self._kind)
        return data

    def main_part(self) -> str:
        """The name of the part that holds the document: "word/document.xml" unless the package says otherwise."""
        usual = "word/document.xml"
        if usual in self.entries:
            return usual
        relations = self._relations("", "Type").items()
        return next((target for kind, target in relations if kind.endswith("/officeDocument")), usual)

    def target(self, part: str, key: str) -> str:
        """The name of the part to which ``part`` points by the relation ``key``; "" without one."""
        return self._relations(part, "Id").get(key, "")

    def _relations(self, part: str, attribute: str) -> dict[str, str]:
        """The names of the parts to which ``part`` points, by an attribute of the relation."""
        folder, _, name = part.rpartition("/")
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for relation in () if root is None else root.iter("{*}Relationship"):
            target = relation.get("Target") or ""
            place = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get(attribute) or ""] = place
        return found

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part, parsed once, or None if the package has no such part."""
        if name in self._parsed:
            return self._parsed[name]
        if name not in self.entries:
            return None
        data = self.xml_of(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            self._parsed[name] = etree.fromstring(data.replace(_STRICT.encode(), W[1:-1].encode()), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._broken() from error
        return self._parsed[name]
