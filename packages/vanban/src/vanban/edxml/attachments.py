"""Files of a package: base64, often a ZIP inside; opened within limits, and never under a name with a folder."""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from vanban.edxml.model import Attachment
from vanban.model import Remark

#: Bytes of one file, of all files of a package, and how many there may be.
MAX_FILE = 100_000_000
MAX_ALL = 200_000_000
MAX_FILES = 200
_ZIP = b"PK\x03\x04"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
#: Entries by which a document that is a ZIP itself is known.
_DOCUMENT_PARTS = {"[Content_Types].xml", "mimetype"}
_BLANKS = re.compile(r"\s+")


def safe_name(name: str | None, count: int) -> str:
    """The last part of a path, without what file systems refuse; "tep-1" where nothing is left."""
    last = re.split(r"[/\\]", name or "")[-1]
    last = re.sub(r'[\x00-\x1f\x7f<>:"|?*]', "", last).strip(" .")
    return last[:200] or f"tep-{count}"


@dataclass
class Unpacker:
    """Decodes one attachment after the other, and counts what they take."""

    files: list[Attachment] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    taken: int = 0

    def add(self, name: str | None, encoded: str, description: str | None) -> None:
        """Decode a file, or say why not."""
        shown = safe_name(name, len(self.files) + 1)
        if len(encoded) > MAX_FILE * 4 // 3 + 4:
            self._remark("too-large", f"Tệp “{shown}” trong gói tin quá lớn; đã bỏ qua.")
            return
        try:
            content = base64.b64decode(_BLANKS.sub("", encoded), validate=True)
        except (binascii.Error, ValueError):
            self._remark("attachment", f"Tệp “{shown}” trong gói tin bị hỏng mã base64; đã bỏ qua.")
            return
        if not content:
            self._remark("attachment", f"Tệp “{shown}” trong gói tin rỗng; đã bỏ qua.")
        elif content.startswith(_ZIP):
            self._add_zipped(shown, content, description)
        else:
            self._take(shown, content, description)

    def _add_zipped(self, name: str, content: bytes, description: str | None) -> None:
        """Take what a ZIP wraps; a ZIP that is itself the file stays as it is."""
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                entries = [entry for entry in archive.infolist() if not entry.is_dir()]
                names = {entry.filename for entry in entries}
                wraps = len(entries) == 1 and safe_name(entries[0].filename, 1) == name
                if names & _DOCUMENT_PARTS or (name.lower().endswith(".zip") and not wraps):
                    self._take(name, content, description)
                    return
                self._add_entries(archive, entries, name, description)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
            # RuntimeError is how zipfile refuses an entry with a password.
            self._remark("attachment", f"Tệp nén “{name}” trong gói tin bị hỏng hoặc có mật khẩu; giữ nguyên tệp nén.")
            self._take(name, content, description)

    def _add_entries(
        self, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, description: str | None
    ) -> None:
        if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_ALL - self.taken:
            self._remark("too-large", f"Tệp nén “{name}” bung ra quá lớn, có thể là tệp phá hoại; đã bỏ qua.")
            return
        for entry in entries:
            with archive.open(entry) as stream:
                # The directory may lie about the size, so the stream is held to the limit as well.
                content = stream.read(MAX_FILE + 1)
            inside = name if len(entries) == 1 and not name.lower().endswith(".zip") else entry.filename
            self._take(safe_name(inside, len(self.files) + 1), content, description)

    def _take(self, name: str, content: bytes, description: str | None) -> None:
        if len(content) > MAX_FILE or self.taken + len(content) > MAX_ALL or len(self.files) >= MAX_FILES:
            self._remark("too-large", f"Tệp “{name}” vượt giới hạn của gói tin; đã bỏ qua.")
            return
        self.taken += len(content)
        self.files.append(Attachment(name, content, description))

    def _remark(self, kind: str, message: str) -> None:
        self.remarks.append(Remark(kind, message))


def packed(attachment: Attachment) -> str:
    """The file zipped and in base64, as the exchange's own samples have it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(attachment.name, _ZIP_TIME), attachment.content, zipfile.ZIP_DEFLATED)
    return base64.b64encode(stream.getvalue()).decode("ascii")
