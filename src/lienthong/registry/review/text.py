"""A document's files as one text, so that one pair of offsets names a place in any of them."""

from __future__ import annotations

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
