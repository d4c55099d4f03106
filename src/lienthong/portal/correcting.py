"""What the page of a public document says of later documents that replaced or corrected it."""

from __future__ import annotations

from dataclasses import dataclass

from lienthong.corrections.service import Correction, notes_on
from lienthong.portal.models import PublicDocument
from lienthong.registry.service import OfficialDocument


@dataclass(frozen=True, slots=True)
class CorrectedBy:
    """``title`` and ``day`` as the public may read them, "" where the other document is not public and nobody named it;
    ``public`` where it is; ``note`` says what was wrong.
    """

    replaced: bool
    title: str = ""
    day: str = ""
    public: PublicDocument | None = None
    note: Correction | None = None


def corrections_of(document: OfficialDocument) -> list[CorrectedBy]:
    """Published notes, and documents that are public themselves; of anything else nothing is said here."""
    issued = document.corrected_by.select_related("published").order_by("dated", "pk")
    public = {by.pk: by.published for by in issued if hasattr(by, "published")}
    notes = {note.draft.document_id: note for note in notes_on(document) if note.draft is not None}
    return [_said(by, public.get(by.pk), notes.get(by.pk)) for by in issued if by.pk in public or by.pk in notes]


def _said(by: OfficialDocument, public: PublicDocument | None, note: Correction | None) -> CorrectedBy:
    if public is not None:
        return CorrectedBy(by.replaces, by.title, public.day, public, note)
    assert note is not None, "what is neither public nor told is not listed"
    known = note.note["old"]["by"]
    return CorrectedBy(by.replaces, known.get("title", ""), known.get("day", ""), None, note)
