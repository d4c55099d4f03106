"""The text of a document with its found places marked, as HTML.

Marks may nest and overlap. The text is cut at every end of a mark; each piece that some mark covers becomes one
``<mark>`` that names all of them, so the pieces follow one another and the text stays exactly as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` belongs to ``owner`` (the pk of a proposal, or "doan"); ``kind`` is a CSS class."""

    start: int
    end: int
    owner: str
    kind: str


def render(text: str, marks: Iterable[Mark]) -> SafeString:
    """``text`` escaped, with ``marks``; ends beyond the text are cut off, empty marks are left out.

    The first piece of each owner is preceded by an anchor ``doan-<owner>``, so a link reaches it without a script.
    """
    size = len(text)
    cut = [
        Mark(max(0, mark.start), min(size, mark.end), mark.owner, mark.kind)
        for mark in marks
        if max(0, mark.start) < min(size, mark.end)
    ]
    starts: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in cut:
        starts.setdefault(mark.start, []).append(mark)
        ends.setdefault(mark.end, []).append(mark)
    out: list[str] = []
    open_marks: list[Mark] = []
    anchored: set[str] = set()
    at = 0
    for place in sorted({*starts, *ends}):
        out.append(_piece(text[at:place], open_marks))
        for mark in ends.get(place, ()):
            open_marks.remove(mark)
        for mark in starts.get(place, ()):
            open_marks.append(mark)
            if mark.owner not in anchored:
                anchored.add(mark.owner)
                out.append(f'<span class="anchor" id="doan-{escape(mark.owner)}"></span>')
        at = place
    out.append(_piece(text[at:], []))
    return mark_safe("".join(out))  # noqa: S308 — every piece of text and every name went through escape()


def _piece(text: str, covering: list[Mark]) -> str:
    if not text:
        return ""
    if not covering:
        return str(escape(text))
    owners = " ".join(dict.fromkeys(mark.owner for mark in covering))
    kinds = " ".join(dict.fromkeys(mark.kind for mark in covering))
    return f'<mark class="{escape(kinds)}" data-of="{escape(owners)}">{escape(text)}</mark>'
