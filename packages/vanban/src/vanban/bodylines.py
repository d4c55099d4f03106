"""The lines of a body as they are read: Markdown marks off, blanks single, every letter with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class BodyLine:
    """A line with something on it. ``text`` is clean; ``at[i]`` is the offset in the source of ``text[i]``.

    ``toggles`` counts the marks that begin or end bold, ``bold`` is the length of a bold start; ``dropped_before`` is
    true where a page number or footnote stood between this line and the one before it.
    """

    start: int
    end: int
    text: str
    at: Sequence[int]
    indent: int
    blank_before: bool
    toggles: int = 0
    bold: int = 0
    dropped_before: bool = False


# A single blank between two words is none.
_NOISE = re.compile(
    r"\*\*+|__+|[ \t\r\f\v\u00a0\u200b\ufeff]{2,}|[\t\r\f\v\u00a0\u200b\ufeff]|(?<![^*_\s\u200b\ufeff]) |\*"
    r"|\\(?=[^\w\s])|<br\s?/?>|</?[bi]>"
)
_HASHES = re.compile(r"[ \t\f]*(?:#{1,6}[ \t]+|>[ \t]+)")


def _is_printed_star(text: str, at: int, length: int) -> bool:
    """True for the mark of a list item and for "(*)"; any other star is a mark of Markdown."""
    after = text[at + 1 : at + 2]
    return (length == 0 and after.isspace()) or (text[at - 1 : at] == "(" and after == ")")


def _clean(text: str, start: int, end: int) -> tuple[str, Sequence[int], int, int]:
    """A line without Markdown marks and double blanks: text, offsets, bold toggles, length of a bold start."""
    begin = _HASHES.match(text, start, end)
    at = begin.end() if begin else start
    while at < end and text[at] == " ":
        at += 1
    if not _NOISE.search(text, at, end):  # as nearly every line of a Word file
        plain = text[at:end].rstrip()
        return plain, range(at, at + len(plain)), 0, 0
    return _without_noise(text, at, end)


def _without_noise(text: str, at: int, end: int) -> tuple[str, list[int], int, int]:
    pieces: list[str] = []
    offsets: list[int] = []
    toggles = bold = length = 0
    starts_bold = False
    for noise in _NOISE.finditer(text, at, end):
        kept = noise.start()
        if kept > at:
            pieces.append(text[at:kept])
            offsets.extend(range(at, kept))
            length += kept - at
        at = noise.end()
        mark = noise[0]
        if mark[0] in "*_":
            if mark == "*" and _is_printed_star(text, kept, length):
                pieces.append("*")
                offsets.append(kept)
                length += 1
            elif len(mark) > 1:
                toggles += 1
                if toggles == 1:
                    starts_bold = length == 0 or (length <= 2 and pieces[0].rstrip(" ") in ("*", "-"))
                elif toggles == 2 and starts_bold:
                    bold = length
        elif mark == "\\" or mark in ("<b>", "</b>", "<i>", "</i>"):
            continue
        elif length and not pieces[-1].endswith(" "):
            pieces.append(" ")
            offsets.append(kept)
            length += 1
    if at < end:
        pieces.append(text[at:end])
        offsets.extend(range(at, end))
    clean = "".join(pieces)
    stripped = clean.rstrip()
    return stripped, offsets[: len(stripped)], toggles, min(bold, len(stripped))


def read_body_lines(text: str, start: int, end: int) -> list[BodyLine]:
    lines: list[BodyLine] = []
    blank = False
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        raw = text[at:stop]
        if raw.strip(" \t\r\f\v\u00a0|"):
            clean, offsets, toggles, bold = _clean(text, at, stop)
            if clean:
                width = raw.expandtabs(4)
                indent = len(width) - len(width.lstrip())
                lines.append(BodyLine(at, stop, clean, offsets, indent, blank, toggles, bold))
                blank = False
            elif toggles % 2 and lines:
                lines[-1].toggles += toggles
        else:
            blank = True
        at = stop + 1
    return lines
