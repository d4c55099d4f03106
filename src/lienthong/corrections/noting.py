"""The note that a published correction is: its number in the year of its office, and its words, frozen."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from lienthong.core.language import site_language
from lienthong.corrections.models import Correction
from lienthong.corrections.own import public_heading
from lienthong.organisations.service import Body, Position

#: What is frozen of the fields as they are.
_FIELDS = (
    "kind", "claim", "truth", "advice", "label", "concern", "concern_name", "concern_key", "passages", "scam_places",
    "fault", "old",
)  # fmt: skip


def next_number(office: Body, year: int) -> int:
    """The next number of the year, without a gap: whoever takes one holds the row of the office until he has it."""
    Body.objects.select_for_update().get(pk=office.pk)
    last: int | None = Correction.objects.filter(office=office, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def freeze(correction: Correction, approver: Position, at: datetime) -> None:
    """Number and freeze ``correction``; nothing is stored yet. In a transaction."""
    day = timezone.localdate(at)
    correction.year = day.year
    correction.number = next_number(correction.office, day.year)
    correction.approved_by, correction.published_at = approver, at
    correction.frozen = _written(correction, str(approver))
    correction.hash = hash_of(correction.frozen)


def _written(correction: Correction, approver: str) -> str:
    said = {name: getattr(correction, name) for name in _FIELDS}
    assert correction.published_at is not None
    with site_language():
        said |= {
            "number": correction.printed,
            "published_at": timezone.localtime(correction.published_at).isoformat(timespec="seconds"),
            "office": correction.office.name,
            "approved_by": approver,
            "heading": public_heading(correction),
            "version": correction.version.number if correction.version else None,
            "approved_hash": correction.version.sha256 if correction.version else "",
            "fault_name": str(correction.get_fault_display()),
            "label_name": str(correction.get_label_display()),
            "replaces": correction.replaces.printed if correction.replaces else "",
        }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1)


def hash_of(frozen: str) -> str:
    return hashlib.sha256(frozen.encode()).hexdigest()


def is_intact(correction: Correction) -> bool:
    """True when what is stored still gives the hash of what was approved."""
    return bool(correction.frozen) and hash_of(correction.frozen) == correction.hash
