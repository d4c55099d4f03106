"""The parts of the page: head, body, ending, appendices (Nghị định 30/2020/NĐ-CP, Phụ lục I, IV)."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from vanban.ending import Ending, find_ending, is_appendix
from vanban.lines import Line, is_rule, read_lines
from vanban.model import Span
from vanban.opening import Opening, read_opening
from vanban.source import Source


@dataclass(frozen=True, slots=True)
class Zones:
    """Spans of ``source.text``, in order and without overlap; a zone that is not there is empty.

    ``head`` holds letterhead, number, place and date, kind, subject and addressees; ``ending`` "Nơi nhận", the
    signature and what signing programs added; ``appendices`` each appendix or attached document after it.
    """

    head: Span
    body: Span
    ending: Span
    appendices: tuple[Span, ...]
    opening: Opening
    closing: Ending | None


def split(source: Source) -> Zones:
    """The zones of ``source``."""
    lines = read_lines(source)
    first = _next_written(lines, 0)
    appendix_alone = first < len(lines) and _is_numbered_appendix(lines, first)
    opening = Opening() if appendix_alone else read_opening(lines, len(lines))
    closing = None if appendix_alone else find_ending(lines, source.text, opening.end)
    end = _next_written(lines, closing.end) if closing else _first_appendix(lines, opening.end)
    body_end = closing.start if closing else end
    return Zones(
        head=_span(lines, 0, opening.end),
        body=_span(lines, opening.end, body_end),
        ending=_span(lines, body_end, end),
        appendices=tuple(_appendices(lines, end)),
        opening=opening,
        closing=closing,
    )


def _span(lines: list[Line], first: int, after: int) -> Span:
    """The span of lines ``first`` up to but not including ``after``."""
    end = lines[-1].end
    start = lines[first].start if first < len(lines) else end
    return Span(start, max(start, lines[after].start if after < len(lines) else end))


def _next_written(lines: list[Line], first: int) -> int:
    """The first line from ``first`` on that is neither blank nor a rule."""
    written = (i for i in range(first, len(lines)) if not lines[i].blank and not is_rule(lines[i].masked.strip()))
    return next(written, len(lines))


def _first_appendix(lines: list[Line], after: int) -> int:
    return next((i for i in range(after, len(lines)) if _is_numbered_appendix(lines, i)), len(lines))


def _is_numbered_appendix(lines: list[Line], index: int) -> bool:
    """Without an ending only a heading "Phụ lục …" tells where an appendix begins."""
    text = lines[index].text.strip("| ")
    return text[:7].casefold() == "phụ lục" and is_appendix(lines, index)


def _appendices(lines: list[Line], first: int) -> list[Span]:
    starts = [i for i in range(first, len(lines)) if i == first or _is_numbered_appendix(lines, i)]
    return [_span(lines, a, b) for a, b in itertools.pairwise([*starts, len(lines)])]
