"""Archives (.zip): the documents in them, unpacked in memory and within limits.

Names say only what a document is called; nothing is ever written under them. An archive in an archive is opened, one
in that is not.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vanban.model import Remark
from vanban.sources.kinds import kind_of
from vanban.sources.limits import MAX_BYTES, Unreadable
from vanban.sources.package import Package

_DEPTH = 2
#: What systems add on their own.
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name with folders, as printed there, and why it cannot be unpacked, if so."""

    name: str
    data: bytes = b""
    problem: str | None = None

    @property
    def remark(self) -> Remark:
        return Remark("archive", f"Đọc tệp “{self.name}” trong tệp nén.")


def members(data: bytes, depth: int = 1) -> Iterator[Member]:
    """The files of an archive one after the other, only one of them in memory; raises :class:`Unreadable`.

    What is protected, broken or a bomb inside comes with its problem, and the others are read.
    """
    package = Package(data, "zip")
    for stored, entry in package.entries.items():
        name = _printed(stored, entry.flag_bits)
        if stored.endswith("/") or _JUNK.search(name):
            continue
        try:
            content = package.bytes_of(stored, MAX_BYTES)
            if is_archive(content):
                if depth == _DEPTH:
                    raise Unreadable("Tệp nén lồng trong tệp nén quá sâu; hãy giải nén rồi đưa từng tệp.", "zip")
                for member in members(content, depth + 1):
                    yield replace(member, name=f"{name}/{member.name}")
            else:
                yield Member(name, content)
        except Unreadable as refusal:
            yield Member(name, problem=refusal.message)


def only_member(data: bytes) -> Member:
    """The one file of an archive; raises :class:`Unreadable` where there are several or none, or it has a problem."""
    first: Member | None = None
    names: list[str] = []
    for member in members(data):
        names.append(member.name)
        first = first or member
    if first is None or len(names) != 1:
        shown = ", ".join(f"“{name}”" for name in names[:5]) + (" …" if len(names) > 5 else "")
        said = f"có {len(names)} tệp: {shown}. Hãy giải nén và đưa từng tệp." if names else "không có tệp nào."
        raise Unreadable(f"Tệp nén {said}", "zip")
    if first.problem is not None:
        raise Unreadable(f"“{first.name}” trong tệp nén: {first.problem}", "zip")
    return first


def is_archive(data: bytes) -> bool:
    """True for a .zip that is no document of an office program."""
    try:
        return kind_of(data) == "zip"
    except Unreadable:
        return False


def _printed(stored: str, flags: int) -> str:
    """A name to show: UTF-8 where its bytes are, folders by "/", nothing that leads out of a folder or hides."""
    if not flags & _UTF8:
        # Without the flag zipfile takes the bytes for code page 437; most programs wrote UTF-8 all the same.
        with contextlib.suppress(UnicodeError):
            stored = stored.encode("cp437").decode("utf-8")
    parts = _UNPRINTABLE.sub("", unicodedata.normalize("NFC", stored)).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "tệp không tên"
