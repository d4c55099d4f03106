"""How the paragraphs of the body are set: their sides, first line, spacing and line spacing.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e; Hướng dẫn 36-HD/VPTW, 1.6.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from vanban.check.departures import Change, Departure, Looks, in_lines, number
from vanban.check.printed import Line
from vanban.check.rules import RuleSet

_MM = 72 / 25.4
#: Paragraphs of so many characters run over more than one line, so that their sides and indent show.
_LONG = 115
#: Lengths that differ by less than this many points are the same.
_NEAR = 1.5
_COMPONENTS = ("body", "article", "basis")


class Prose:
    """Looks at the long paragraphs of one document."""

    def __init__(self, lines: list[Line], looks: Looks, rules: RuleSet) -> None:
        self._long = [line for line in lines if line.component in _COMPONENTS and _runs_over(line)]
        self._looks = looks
        self._rules = rules

    def departures(self) -> Iterator[Departure]:
        """Everything that departs from the rules, one departure a rule."""
        if self._rules.body:
            yield from self._align()
            yield from self._first_line()
            yield from self._spacing()
            yield from self._line_spacing()

    def _align(self) -> Iterator[Departure]:
        allowed = self._rules.body["align"]
        wrong = [line for line in self._long if self._looks.paragraph(line).align not in allowed]
        yield from self._paragraphs("align", "phải canh đều hai lề", wrong, ("align", allowed[0]))

    def _first_line(self) -> Iterator[Departure]:
        lengths = self._rules.body["first_line"]
        firsts = [length * _MM for length in lengths]
        wrong = [
            line
            for line in self._long
            if not any(abs(self._looks.paragraph(line).first - first) < _NEAR for first in firsts)
            and not line.text.startswith("\t")
        ]
        wanted = " hoặc ".join(number(length / 10) for length in lengths)
        what = f"dòng đầu phải lùi vào {wanted} cm"
        yield from self._paragraphs("first-line", what, wrong, ("first_line", firsts[-1]))

    def _spacing(self) -> Iterator[Departure]:
        least = self._rules.body["spacing"]
        wrong = [
            following
            for line, following in pairwise(self._long)
            if following.number == line.number + 1
            and self._looks.paragraph(line).after + self._looks.paragraph(following).before < least - 0.05
        ]
        what = f"các đoạn phải cách nhau ít nhất {number(least)} pt"
        yield from self._paragraphs("spacing", what, wrong, ("before", least))

    def _line_spacing(self) -> Iterator[Departure]:
        points = self._rules.body.get("line_points")
        what = f"giãn dòng tối thiểu {points} pt" if points else "giãn dòng từ dòng đơn đến 1,5 dòng"
        change: tuple[str, Any] = ("line_points", points) if points else ("lines", 1.0)
        wrong = [line for line in self._long if not self._line_height_is_right(line)]
        yield from self._paragraphs("line-spacing", what, wrong, change)

    def _line_height_is_right(self, line: Line) -> bool:
        body = self._rules.body
        look = self._looks.paragraph(line)
        size = max((run[2].size for run in self._looks.runs([line])), default=14.0)
        single = size * 1.15  # Times New Roman: ascent, descent and line gap are 1.15 of the size
        height = look.line * single if look.line_rule == "auto" else look.line
        if look.line_rule == "atLeast":
            height = max(height, single)
        least = body["line_points"] if "line_points" in body else body["lines"][0] * size
        most = body["lines"][1] * single if "lines" in body else float("inf")
        return bool(least - 0.3 <= height <= most + 0.6)

    def _paragraphs(self, name: str, what: str, wrong: list[Line], change: tuple[str, Any]) -> Iterator[Departure]:
        if wrong:
            yield in_lines(
                self._rules,
                f"body.{name}",
                f"Nội dung: {what} ({len(wrong)} đoạn chưa đúng).",
                "Sửa định dạng đoạn theo quy định.",
                self._rules.body["source"],
                wrong,
                [Change(line.paragraph, *change) for line in wrong],
            )


def _runs_over(line: Line) -> bool:
    dots = "...." in line.text or "…" in line.text
    return line.alone and line.cell is None and len(line.text) >= _LONG and not dots
