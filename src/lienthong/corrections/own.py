"""What the office itself had said and what it says now: the words of a note on a product that was corrected."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lienthong.newsroom.service import Version, out_before, plain


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
