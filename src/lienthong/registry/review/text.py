"""A document's files as one text, so that one pair of offsets names a place in any of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lienthong.registry.models import DocumentFile, OfficialDocument

#: Stands between two files; a form feed, which no reader's text begins or ends with.
_BETWEEN = "\n\f\n"


@dataclass(frozen=True, slots=True)
class WholeText:
    """``bases`` says at which offset of ``text`` each file (by pk) begins."""

    text: str
    bases: dict[int, int]
    files: tuple[DocumentFile, ...]


def whole_text(document: OfficialDocument) -> WholeText:
    """The texts of the document's files in their order: the main text first, then the annexes."""
    files = tuple(document.files.all())
    bases: dict[int, int] = {}
    at = 0
    for file in files:
        bases[file.pk] = at
        at += len(file.text) + len(_BETWEEN)
    return WholeText(_BETWEEN.join(file.text for file in files), bases, files)


Place = tuple[int, int]


def place_of(whole: WholeText, words: str, start: int | None, end: int | None) -> tuple[DocumentFile, Place | None]:
    """The file in which ``words`` stand, and where in its text: at ``start``–``end`` of the whole, or found by words.

    The main file without a place when the words stand nowhere.
    """
    # A browser may count line ends in another way: offsets hold only where these words stand.
    if start is not None and end is not None and whole.text[start:end].split() == words.split():
        file = _file_at(whole, start)
        base = whole.bases[file.pk]
        return file, (start - base, min(end - base, len(file.text)))
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    for file in whole.files:
        found = pattern.search(file.text)
        if found:
            return file, found.span()
    return whole.files[0], None


def _file_at(whole: WholeText, offset: int) -> DocumentFile:
    return next(file for file in reversed(whole.files) if whole.bases[file.pk] <= offset)
