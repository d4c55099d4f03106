"""The text of a document as its page shows it, with one place marked."""

import re
from dataclasses import dataclass

from lienthong.registry.models import OfficialDocument

_SPAN = re.compile(r"(\d{1,8})-(\d{1,8})")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text before, in and after the marked place; ``marked`` is empty when nothing is."""

    before: str
    marked: str = ""
    after: str = ""


def text_with_mark(document: OfficialDocument, span: str) -> MarkedText | None:
    """The main file's text with ``span`` ("<start>-<end>", code points) marked; None when there is no text."""
    file = next((file for file in document.files.all() if file.text), None)
    if file is None:
        return None
    match = _SPAN.fullmatch(span)
    if match is None:
        return MarkedText(file.text)
    start, end = sorted((int(match[1]), int(match[2])))
    return MarkedText(file.text[:start], file.text[start:end], file.text[end:])
