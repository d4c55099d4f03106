"""A bundle: the pieces to be exported with their files read from disk, and what is to be said of each file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from lienthong.audit.service import Event
from lienthong.casefiles.gathering import behind as pieces_behind
from lienthong.casefiles.gathering import changed_keys, history_of_pieces, pieces_of
from lienthong.casefiles.models import CaseExport, CaseFile
from lienthong.core.case_items import CaseItem, ItemFile
from lienthong.organisations.service import Actor

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


@dataclass(slots=True)
class BundledFile:
    """``name`` is the one in the .zip; ``remark`` says what is wrong with it, empty when nothing is.

    ``pages`` is how many of its pages the PDF shows; ``missing`` files are in neither.
    """

    file: ItemFile
    name: str
    remark: str = ""
    missing: bool = False
    pages: int = 0

    def read(self) -> bytes:
        with self.file.stored.open("rb") as opened:
            found: bytes = opened.read()
        return found


@dataclass(slots=True)
class Entry:
    """One numbered piece of the export."""

    number: int
    item: CaseItem
    files: list[BundledFile] = field(default_factory=list)
    remark: str = ""


@dataclass(slots=True)
class Bundle:
    title: str
    case: CaseFile | None
    entries: list[Entry]
    history: list[Event]

    @property
    def files(self) -> Iterator[BundledFile]:
        for entry in self.entries:
            yield from entry.files

    @property
    def remarks(self) -> int:
        said = [entry.remark for entry in self.entries] + [file.remark for file in self.files]
        return sum(map(bool, said))


def bundle_of(actor: Actor, export: CaseExport) -> Bundle:
    """What ``export`` holds for ``actor``, each file compared with the hash under which it came in."""
    case = export.case
    items = pieces_of(actor, case) if case else pieces_behind(actor, export.subject)
    changed = changed_keys(case, items) if case else set()
    entries = []
    for number, item in enumerate(items, start=1):
        remark = _("Đã thay đổi sau khi kết thúc hồ sơ.") if item.key in changed else ""
        entries.append(Entry(number, item, list(_files(number, item)), remark))
    return Bundle(export.title, case, entries, history_of_pieces(items))


def _files(number: int, item: CaseItem) -> Iterator[BundledFile]:
    for order, file in enumerate(item.files, start=1):
        found = BundledFile(file, f"tep/{number:03d}-{order}-{_safe(file.name)}")
        digest = _digest(file)
        if digest is None:
            found.missing, found.remark = True, _("Không còn tệp này trên máy chủ.")
        elif file.sha256 and digest != file.sha256:
            found.remark = _("Tệp đã khác so với khi đưa vào hệ thống.")
        yield found


def _digest(file: ItemFile) -> str | None:
    try:
        with file.stored.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def _safe(name: str) -> str:
    """The name as a person gave it, without what file systems refuse, short enough for all of them."""
    path = Path(_UNSAFE.sub("_", name).strip(" .") or "tep")
    return path.stem[:80] + path.suffix[:10]
