"""What a room hands over for a case file (*hồ sơ*): one piece of it, with its words and files.

Rooms below yield their own; the room of case files puts them in time order without knowing what they are.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models.fields.files import FieldFile
from django.utils import timezone


@dataclass(frozen=True, slots=True)
class ItemFile:
    """A stored file: ``sha256`` is what it was when it came in, ``text`` what was read from it, empty if nothing."""

    name: str
    stored: FieldFile
    sha256: str
    content_type: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI, mục I and II, as far as the document shows them.

    ``issued`` is "YYYY-MM-DD" or less, as printed; ``urgency`` counts from 0 (thường) to 3 (hỏa tốc).
    """

    type_name: str
    number: str = ""
    symbol: str = ""
    issued: str = ""
    issuer: str = ""
    pages: int | None = None
    note: str = ""
    signer_title: str = ""
    signer_name: str = ""
    recipients: tuple[str, ...] = ()
    urgency: int = 0
    copies: int | None = None
    due: date | None = None
    arrived_on: date | None = None
    arrival_number: int | None = None
    opinions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseItem:
    """One piece of a case file. ``key`` is the thing's (core.keys); ``kind`` and ``title`` are for people to read.

    ``at`` is when it came about: a document's own day where it shows one, else when it was entered. ``also`` are keys
    of things without a piece of their own, whose history belongs to this one.
    """

    key: str
    at: datetime
    kind: str
    title: str
    text: str = ""
    url: str = ""
    files: tuple[ItemFile, ...] = ()
    facts: DocumentFacts | None = None
    also: tuple[str, ...] = ()

    @property
    def hash(self) -> str:
        """SHA-256 of what the piece says and of its files; the same piece read again gives the same."""
        says: list[Any] = [self.key, self.title, self.text, [[file.name, file.sha256] for file in self.files]]
        return hashlib.sha256(json.dumps(says, ensure_ascii=False).encode()).hexdigest()


def start_of(day: date) -> datetime:
    """The beginning of ``day`` where the office is."""
    return timezone.make_aware(datetime.combine(day, time.min))


def in_time_order(items: list[CaseItem]) -> list[CaseItem]:
    """Oldest first, each once, whatever ways led to it."""
    once = {item.key: item for item in items}
    return sorted(once.values(), key=lambda item: (item.at, item.key))
