"""The text of a document as its page shows it, with one place marked."""

import re
from dataclasses import dataclass

from lienthong.registry.models import OfficialDocument
from lienthong.registry.review.text import whole_text

_SPAN = re.compile(r"(\d{1,8})-(\d{1,8})")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text before, in and after the marked place; ``marked`` is empty when nothing is."""

    before: str
    marked: str = ""
    after: str = ""


def text_with_mark(document: OfficialDocument, span: str) -> MarkedText | None:
    """The whole text with ``span`` ("<start>-<end>", code points of it) marked; None when there is no text."""
    text = whole_text(document).text
    if not text.strip():
        return None
    match = _SPAN.fullmatch(span)
    if match is None:
        return MarkedText(text)
    start, end = sorted((int(match[1]), int(match[2])))
    return MarkedText(text[:start], text[start:end], text[end:])
