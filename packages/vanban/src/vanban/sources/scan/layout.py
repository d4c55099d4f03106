"""Where on a scanned page two columns stand side by side, and which lines are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from vanban.folding import fold
from vanban.sources.glyphs import Line
from vanban.sources.scan.light import Grey

#: Lines of less confidence are scratches, seals and signatures; short ones sooner.
_NOISE, _SHORT_NOISE, _SHORT = 0.5, 0.85, 4
_LEAST_WORD = 3
_MOTTO = re.compile(r"cong hoa xa|chu nghia viet|dang cong san|tu do hanh")
#: What closes the two columns of a letterhead, without marks, which are often lost.
_HEAD_END = re.compile(r"s[o06]\b.*\b[a-z]{2,}|.*\bng\w?y\b.*\bn\wm\b")
_RECIPIENTS = re.compile(r"n.i nh.n\b")
_AUTHORITY = re.compile(r"\b(?:TM|KT|TL|TUQ|T/M|K/T)\b")
_ARCHIVE = re.compile(r"luu\b")

#: Top and bottom of a band in which two columns stand, and the columns of pixels between which they part.
Band = tuple[int, int, int, int]


def two_columns(lines: list[Line], wide: int, high: int) -> Iterator[Band]:
    """The letterhead and the place of the signature; ``lines`` as read over the whole width, in pixels."""
    motto = next((line for line in lines if line.box[1] < high * 0.35 and _MOTTO.search(fold(line.text))), None)
    if motto is not None:
        ends = [
            line.box[3]
            for line in lines
            if motto.box[1] <= line.box[1] < motto.box[3] + high * 0.2 and _HEAD_END.match(fold(line.text))
        ]
        # The first number and the first date below the motto close it; later ones belong to the text.
        bottom = min([*sorted(ends)[:2], high], key=lambda end: (end == high, -end)) if ends else motto.box[3]
        yield 0, int(bottom + 0.006 * high), int(wide * 0.25), int(wide * 0.6)
    recipients = next((line for line in lines if _RECIPIENTS.match(fold(line.text))), None) or _authority(lines, wide)
    if recipients is not None:
        beside = [line.box[1] for line in lines if line.box[3] > recipients.box[1] and line.box[1] < recipients.box[3]]
        yield max(0, int(min(beside) - 0.003 * high)), high, int(wide * 0.35), int(wide * 0.7)


def _authority(lines: list[Line], wide: int) -> Line | None:
    """The line at whose right the signature begins, where "Nơi nhận" beside it was not recognised but its end was."""
    archive = max((line.box[1] for line in lines if _ARCHIVE.match(fold(line.text))), default=0.0)
    for line in lines:
        found = _AUTHORITY.search(line.text)
        if found and line.box[1] < archive and line.glyphs[found.start()].box[0] > wide * 0.4:
            return line
    return None


def gutter(grey: Grey, least: int, most: int) -> int:
    """The column of pixels between ``least`` and ``most`` at which two columns of text part best."""
    ink = (grey[:, least:most] < 128).sum(axis=0)
    empty = ink <= 2 + 0.002 * len(grey)
    edges = np.flatnonzero(np.diff(np.pad(empty, 1).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    if len(starts) == 0:
        return least + int(ink.argmin())
    widest = int((ends - starts).argmax())
    return least + int(starts[widest] + ends[widest]) // 2


def is_text(line: Line) -> bool:
    """False for a line that is a scratch, a seal or a signature."""
    printed = [glyph for glyph in line.glyphs if not glyph.char.isspace()]
    letters = sum(glyph.char.isalnum() for glyph in printed)
    sure = sum(glyph.confidence for glyph in printed) / max(1, len(printed))
    return letters > 0 and sure >= (_SHORT_NOISE if letters < _SHORT else _NOISE)


def has_sure_word(line: Line) -> bool:
    """True where at least one word of several letters was surely recognised: a scratch has none."""
    return sum(glyph.char.isalpha() and glyph.confidence >= _SHORT_NOISE for glyph in line.glyphs) >= _LEAST_WORD
