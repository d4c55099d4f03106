"""How much a reader accepts, and the refusal that says what was too much."""

from __future__ import annotations

from vanban.model import Remark
from vanban.source import Source

#: Bytes of a file as it arrives.
MAX_BYTES = 100_000_000
#: Code points of the text of one document; the longest decree with annexes has about a million.
MAX_TEXT = 4_000_000
#: Pages of a PDF.
MAX_PAGES = 1_500
#: Entries, unpacked bytes, unpacked bytes of one part, and unpacked/packed of a large part of a .docx.
MAX_ENTRIES = 5_000
MAX_UNPACKED = 400_000_000
MAX_PART = 60_000_000
MAX_RATIO = 250
#: Cells of a sheet, empty ones too.
MAX_CELLS = 2_000_000


TOO_LARGE = f"Tệp lớn hơn {MAX_BYTES // 1_000_000} MB, vượt giới hạn đọc."


class Unreadable(Exception):
    """Nothing can be read; ``message`` is the Vietnamese sentence for the user, ``kind`` the format it happened in."""

    def __init__(self, message: str, kind: str = "text") -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind


def unreadable(message: str, kind: str = "text") -> Source:
    """A source that says why nothing was read."""
    return Source("", kind, remarks=(Remark("unreadable", message),))


def require_text_length(length: int, kind: str) -> None:
    """Refuse a text that is longer than :data:`MAX_TEXT`."""
    if length > MAX_TEXT:
        raise Unreadable(f"Văn bản dài hơn {MAX_TEXT // 1_000_000} triệu ký tự, vượt giới hạn đọc.", kind)
