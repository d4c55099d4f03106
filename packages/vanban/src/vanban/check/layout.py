"""How the components of a .docx are printed, against how the rules say they are.

What departs is a :class:`Departure`: the finding for people and the change for ``fix``. Only what is surely wrong is
reported: superscripts, dots to be filled in and blanks are no text, and a line that is not known to be a component is
looked at only as a part of the body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from lxml import etree

from vanban.check.formatting import Formats, RunLook
from vanban.check.model import Finding
from vanban.check.printed import Line, Run
from vanban.check.rules import Component, RuleSet

_MM = 72 / 25.4
#: Paragraphs from this length on run over more than one line, so that their sides and indent show.
_LONG = 95
#: Lengths that differ by less than this many points are the same.
_NEAR = 1.5
#: Components that are the running text and have one size.
_RUNNING = ("body", "article")
_ALIGN_NAMES = {"left": "trái", "right": "phải", "center": "giữa", "both": "đều hai lề"}
Runs = list[tuple[Line, Run, RunLook]]


@dataclass(frozen=True, slots=True)
class Change:
    """What ``fix`` sets on a run or paragraph: the name of a property and its value."""

    element: etree._Element
    name: str
    value: Any


@dataclass(slots=True)
class Departure:
    """A finding with what would put it right in one part of the file; without changes it cannot be mended."""

    finding: Finding
    changes: list[Change] = field(default_factory=list)
    part: str = "word/document.xml"


class Layout:
    """Looks at the lines of one document."""

    def __init__(self, lines: list[Line], formats: Formats, rules: RuleSet) -> None:
        self._lines = lines
        self._formats = formats
        self._rules = rules
        self._looks: dict[etree._Element, RunLook] = {}

    def departures(self) -> Iterator[Departure]:
        """Everything that departs from the rules, component by component."""
        by_component: dict[str, list[Line]] = {}
        for line in self._lines:
            if line.component:
                by_component.setdefault(line.component, []).append(line)
        yield from self._fonts()
        for id, component in self._rules.components.items():
            lines = by_component.get(id, [])
            if lines:
                yield from self._component(component, lines)
        yield from self._prose(by_component)

    def _look(self, line: Line, run: Run) -> RunLook:
        if run.element not in self._looks:
            self._looks[run.element] = self._formats.run(run.element, line.paragraph, self._table_style(line))
        return self._looks[run.element]

    def _table_style(self, line: Line) -> str | None:
        return self._formats.table_style(line.cell) if line.cell is not None else None

    def _printed(self, lines: Iterable[Line]) -> Runs:
        """Runs with letters or digits that stand on the line itself."""
        found = []
        for line in lines:
            for run in line.runs:
                if any(c.isalnum() for c in run.text):
                    look = self._look(line, run)
                    if not look.raised:
                        found.append((line, run, look))
        return found

    def _fonts(self) -> Iterator[Departure]:
        allowed = set(self._rules.page.get("fonts", ()))
        wrong = [item for item in self._printed(self._lines) if not item[2].fonts <= allowed]
        if allowed and wrong:
            names = ", ".join(sorted({name for _, _, look in wrong for name in look.fonts - allowed if name}))
            wanted = sorted(allowed)[0]
            yield self._departure(
                "page.font",
                f"Phông chữ {names or 'không rõ'}; quy định là {wanted}.",
                f"Đổi sang phông {wanted}.",
                self._rules.page["source"],
                [line for line, _, _ in wrong],
                [Change(run.element, "font", wanted) for _, run, _ in wrong],
            )

    def _component(self, component: Component, lines: list[Line]) -> Iterator[Departure]:
        runs = self._printed(lines)
        head = self._starts(lines) if component.id in ("article", "addressees-label") else runs
        yield from self._size(component, runs)
        toggles: tuple[tuple[str, bool | None, str, str], ...] = (
            ("bold", component.bold, "in đậm", "không in đậm"),
            ("italic", component.italic, "kiểu chữ nghiêng", "kiểu chữ đứng"),
            ("underline", component.underline, "gạch chân", "không gạch chân"),
        )
        for name, wanted, yes, no in toggles:
            if wanted is None:
                continue
            wrong = [item for item in head if getattr(item[2], name) is not wanted]
            if component.id == "issuer" and name == "bold" and wrong[-1:] != head[-1:]:
                continue  # lines of a body above it, which the reader did not tell from the issuer
            yield from self._toggled(component, name, f"phải {yes if wanted else no}", wrong, wanted)
        yield from self._caps(component, lines)
        yield from self._align(component, lines)

    def _toggled(self, component: Component, name: str, what: str, wrong: Runs, wanted: bool) -> Iterator[Departure]:
        yield from self._runs_departure(component, name, what, wrong, lambda _: wanted)

    def _starts(self, lines: list[Line]) -> Runs:
        """The first printed run of each line."""
        found = []
        for line in lines:
            runs = self._printed([line])
            found.extend(runs[:1])
        return found

    def _size(self, component: Component, runs: Runs) -> Iterator[Departure]:
        least, most = component.size
        wrong = [item for item in runs if not least <= item[2].size <= most]
        sizes = ", ".join(_number(size) for size in sorted({look.size for _, _, look in wrong}))
        wanted = _number(least) if least == most else f"{_number(least)} đến {_number(most)}"
        yield from self._runs_departure(
            component,
            "size",
            f"cỡ chữ {sizes}, quy định {wanted}",
            wrong,
            lambda look: self._usual_size if component.id in _RUNNING else component.wanted_size(look.size),
        )

    def _runs_departure(
        self, component: Component, name: str, what: str, wrong: Runs, wanted: Callable[[RunLook], Any]
    ) -> Iterator[Departure]:
        if not wrong:
            return
        mendable = not any(run.shared for _, run, _ in wrong)
        yield self._departure(
            f"{component.id}.{name}",
            f"{component.label}: {what}.",
            "Sửa định dạng chữ theo quy định.",
            component.source,
            [line for line, _, _ in wrong],
            [Change(run.element, name.partition("-")[0], wanted(look)) for _, run, look in wrong] if mendable else [],
        )

    def _caps(self, component: Component, lines: list[Line]) -> Iterator[Departure]:
        """Capitals come from the letters or from the format; what is typed small can be shown in capitals."""
        if component.caps is None:
            return
        if component.caps:
            small = [line for line in lines if _mostly_small([run.text for _, run, _ in self._printed([line])])]
            wrong = [item for item in self._printed(small) if not item[2].caps and _has_small(item[1].text)]
            yield from self._runs_departure(component, "caps", "phải in hoa", wrong, lambda _: True)
            return
        whole = [line for line in lines if self._all_capitals(line)]
        changes = [
            Change(run.element, "caps", False)
            for _, run, look in self._printed(whole)
            if look.caps and not run.shared and _has_small(run.text)
        ]
        if whole:
            typed = any(not _has_small(run.text) and _letters(run.text) > 3 for _, run, _ in self._printed(whole))
            yield self._departure(
                f"{component.id}.caps",
                f"{component.label}: phải in thường.",
                "Gõ lại bằng chữ thường." if typed else "Bỏ định dạng chữ hoa.",
                component.source,
                whole,
                [] if typed else changes,
            )

    def _all_capitals(self, line: Line) -> bool:
        runs = self._printed([line])
        small = any(not look.caps and _has_small(run.text) for _, run, look in runs)
        return not small and sum(_letters(run.text) for _, run, _ in runs) > 12

    def _align(self, component: Component, lines: list[Line]) -> Iterator[Departure]:
        if not component.align:
            return
        wrong = []
        for line in lines:
            look = self._formats.paragraph(line.paragraph)
            placed = "\t" in line.text or line.text.startswith("   ")
            if look.align not in component.align and not placed:
                wrong.append(line)
        if wrong:
            name = _ALIGN_NAMES[component.align[0]]
            yield self._departure(
                f"{component.id}.align",
                f"{component.label}: phải canh {name}.",
                f"Canh {name}.",
                component.source,
                wrong,
                [Change(line.paragraph, "align", component.align[0]) for line in wrong],
            )

    def _prose(self, by_component: dict[str, list[Line]]) -> Iterator[Departure]:
        """The paragraphs of the body: sides, first line, spacing, and one size all through."""
        lines = [*by_component.get("body", []), *by_component.get("article", []), *by_component.get("basis", [])]
        lines.sort(key=lambda line: line.number)
        long = [line for line in lines if line.alone and _letters(line.text) >= _LONG and line.cell is None]
        body = self._rules.body
        if not long or not body:
            return
        looks = [(line, self._formats.paragraph(line.paragraph)) for line in long]
        yield from self._paragraphs(
            "align",
            "phải canh đều hai lề",
            [line for line, look in looks if look.align not in body["align"]],
            lambda line: ("align", body["align"][0]),
        )
        firsts = [length * _MM for length in body["first_line"]]
        wrong = [
            line
            for line, look in looks
            if not any(abs(look.first - first) < _NEAR for first in firsts) and not line.text.startswith("\t")
        ]
        wanted = " hoặc ".join(_number(length / 10) for length in body["first_line"])
        yield from self._paragraphs(
            "first-line", f"dòng đầu phải lùi vào {wanted} cm", wrong, lambda line: ("first_line", firsts[-1])
        )
        yield from self._spacing(long)
        yield from self._line_spacing(long)
        yield from self._one_size()

    def _spacing(self, long: list[Line]) -> Iterator[Departure]:
        least = self._rules.body["spacing"]
        wrong = []
        for line, following in pairwise(long):
            if following.number == line.number + 1:
                gap = (
                    self._formats.paragraph(line.paragraph).after + self._formats.paragraph(following.paragraph).before
                )
                if gap < least - 0.05:
                    wrong.append(following)
        yield from self._paragraphs(
            "spacing", f"các đoạn phải cách nhau ít nhất {_number(least)} pt", wrong, lambda line: ("before", least)
        )

    def _line_spacing(self, long: list[Line]) -> Iterator[Departure]:
        body = self._rules.body
        wrong = []
        for line in long:
            look = self._formats.paragraph(line.paragraph)
            size = max((run[2].size for run in self._printed([line])), default=14.0)
            single = size * 1.15  # Times New Roman: ascent, descent and line gap are 1.15 of the size
            height = look.line * single if look.line_rule == "auto" else max(look.line, 0.0)
            if look.line_rule == "atLeast":
                height = max(height, single)
            least = body["line_points"] if "line_points" in body else body["lines"][0] * size
            most = body["lines"][1] * single if "lines" in body else float("inf")
            if not least - 0.3 <= height <= most + 0.6:
                wrong.append(line)
        if "line_points" in body:
            what, value = f"giãn dòng tối thiểu {body['line_points']} pt", ("line_points", body["line_points"])
        else:
            what, value = "giãn dòng từ dòng đơn đến 1,5 dòng", ("lines", 1.0)
        yield from self._paragraphs("line-spacing", what, wrong, lambda line: value)

    def _paragraphs(
        self, name: str, what: str, wrong: list[Line], change: Callable[[Line], tuple[str, Any]]
    ) -> Iterator[Departure]:
        if wrong:
            yield self._departure(
                f"body.{name}",
                f"Nội dung: {what} ({len(wrong)} đoạn chưa đúng).",
                "Sửa định dạng đoạn theo quy định.",
                self._rules.body["source"],
                wrong,
                [Change(line.paragraph, *change(line)) for line in wrong],
            )

    @cached_property
    def _running(self) -> Runs:
        """The runs of the running text, outside tables."""
        return self._printed(line for line in self._lines if line.component in _RUNNING and line.cell is None)

    @cached_property
    def _usual_size(self) -> float:
        """The size allowed that most of the running text has, or would have after mending."""
        component = self._rules.components["body"]
        weights: Counter[float] = Counter()
        for _, run, look in self._running:
            weights[component.wanted_size(look.size)] += len(run.text)
        return weights.most_common(1)[0][0] if weights else component.size[1]

    def _one_size(self) -> Iterator[Departure]:
        component = self._rules.components.get("body")
        if component is None:
            return
        least, most = component.size
        usual = self._usual_size
        wrong = [item for item in self._running if least <= item[2].size <= most and item[2].size != usual]
        yield from self._runs_departure(
            component,
            "size-mixed",
            f"phần lớn cỡ {_number(usual)}, có chỗ cỡ khác; phải thống nhất",
            wrong,
            lambda _: usual,
        )

    def _departure(
        self, rule: str, message: str, proposal: str, source: str, lines: list[Line], changes: list[Change]
    ) -> Departure:
        first = next((line.span for line in lines if line.span is not None), None)
        numbers = tuple(sorted({line.number for line in lines}))
        finding = Finding(
            rule, "error", message, proposal, self._rules.cite(source), first, numbers, mendable=bool(changes)
        )
        return Departure(finding, changes)


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)


def _has_small(text: str) -> bool:
    return any(c.islower() for c in text)


def _mostly_small(texts: list[str]) -> bool:
    """True for words in small letters; a small letter inside an abbreviation ("TTr") does not make them so."""
    joined = "".join(texts)
    return sum(c.islower() for c in joined) > _letters(joined) * 0.3
