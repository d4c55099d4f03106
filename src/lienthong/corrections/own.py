"""What the office itself had said and what it says now: the words of a note on a product or on an issued document."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lienthong.core.keys import key_of
from lienthong.core.language import kept
from lienthong.core.public import place_of
from lienthong.corrections.models import Correction
from lienthong.newsroom.service import Version, out_before, plain
from lienthong.registry.service import OfficialDocument


def words_now(version: Version) -> str:
    """The words that hold, as the public reads them."""
    return "\n\n".join([version.title, *plain(version).splitlines()])


def words_before(version: Version) -> dict[str, Any] | None:
    """The version that was out before ``version``, whole, so that it stays readable; None when nothing was out."""
    found = out_before(version)
    if found is None:
        return None
    before, since = found
    return {
        "title": before.title,
        "lead": before.lead,
        "text": plain(before).removeprefix(before.lead).strip(),
        "variants": [words for _code, words in sorted(before.variants.items())],
        "number": before.number,
        "day": f"{timezone.localtime(since):%d/%m/%Y}",
        "hash": before.sha256,
    }


def documents_of(correction: Correction) -> dict[str, Any]:
    """What the public may know of the corrected document and of the one that corrects it, as it stands now.

    All of what is on the portal; number and day of what is not, when a person said so; else nothing of it.
    """
    by = correction.draft.document if correction.draft is not None else None
    return {
        "document": _known(correction, correction.document),
        "by": _known(correction, by),
    }


def _known(correction: Correction, document: OfficialDocument | None) -> dict[str, str]:
    if document is None:
        return {}
    named = {"title": numbered_name(document), "day": printed_day(document)}
    if is_public(document):
        return named | {"subject": document.subject}
    return named if correction.names_document else {}


def is_public(document: OfficialDocument) -> bool:
    """True for what somebody put before the public on the portal."""
    return bool(place_of(document.office_id, key_of(document)))


def public_heading(correction: Correction) -> str:
    """What a note is about, in one line that the public may read."""
    if correction.kind != Correction.Kind.DOCUMENT:
        return correction.heading
    known = (correction.old or {}).get("document") or {}
    if not known:
        return kept("Một văn bản của cơ quan")
    return kept("%(title)s ngày %(day)s") % known


def numbered_name(document: OfficialDocument) -> str:
    """ "Kế hoạch số 18/KH-UBND"."""
    named = document.type and document.type != "khác"
    kind = str(document.get_type_display()) if named else kept("Văn bản")
    return kept("%(kind)s số %(number)s") % {"kind": kind, "number": document.number}


def printed_day(document: OfficialDocument) -> str:
    return "/".join(reversed(document.dated.split("-")))
