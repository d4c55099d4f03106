"""How the components of a .docx are printed, against how the rules say they are.

Only what is surely wrong is reported; a line that is not known to be a component is looked at only as body text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from vanban.check.departures import Change, Departure, Looks, Runs, in_lines, in_runs, number
from vanban.check.printed import Line
from vanban.check.rules import Component, RuleSet

#: Components that are the running text and have one size.
_RUNNING = ("body", "article")
#: From so many letters on a line in capitals is no abbreviation; and where a line has few letters by its nature.
_LEAST_CAPITALS, _WORDS = 13, {"appendix-label": 5}
_ALIGN_NAMES = {"left": "trái", "right": "phải", "center": "giữa", "both": "đều hai lề"}


class Layout:
    """Looks at the components of one document."""

    def __init__(self, lines: list[Line], looks: Looks, rules: RuleSet) -> None:
        self._lines = lines
        self._looks = looks
        self._rules = rules

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
        yield from self._one_size()

    def _fonts(self) -> Iterator[Departure]:
        allowed = tuple(self._rules.page.get("fonts", ()))
        # "Times New Roman Bold" is a cut of the same face.
        wrong = [
            item for item in self._looks.runs(self._lines) if not all(f.startswith(allowed) for f in item[2].fonts)
        ]
        if allowed and wrong:
            used = {name for _, _, look in wrong for name in look.fonts if not name.startswith(allowed)}
            names = ", ".join(sorted(filter(None, used)))
            wanted = allowed[0]
            yield in_lines(
                self._rules,
                "page.font",
                f"Phông chữ {names or 'không rõ'}; quy định là {wanted}.",
                f"Đổi sang phông {wanted}.",
                self._rules.page["source"],
                [line for line, _, _ in wrong],
                [Change(run.element, "font", wanted) for _, run, _ in wrong],
            )

    def _component(self, component: Component, lines: list[Line]) -> Iterator[Departure]:
        runs = self._looks.runs(lines)
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
        yield from in_runs(self._rules, component, name, what, wrong, lambda _: wanted)

    def _starts(self, lines: list[Line]) -> Runs:
        """The first printed run of each line."""
        found = []
        for line in lines:
            runs = self._looks.runs([line])
            found.extend(runs[:1])
        return found

    def _size(self, component: Component, runs: Runs) -> Iterator[Departure]:
        least, most = component.size
        wrong = [item for item in runs if not least <= item[2].size <= most]
        sizes = ", ".join(number(size) for size in sorted({look.size for _, _, look in wrong}))
        wanted = number(least) if least == most else f"{number(least)} đến {number(most)}"
        yield from in_runs(
            self._rules,
            component,
            "size",
            f"cỡ chữ {sizes}, quy định {wanted}",
            wrong,
            lambda look: self._usual_size if component.id in _RUNNING else component.wanted_size(look.size),
        )

    def _caps(self, component: Component, lines: list[Line]) -> Iterator[Departure]:
        """Capitals come from the letters or from the format; what is typed small can be shown in capitals."""
        if component.caps is None:
            return
        if component.caps:
            small = [line for line in lines if _mostly_small([run.text for _, run, _ in self._looks.runs([line])])]
            wrong = [item for item in self._looks.runs(small) if not item[2].caps and _has_small(item[1].text)]
            yield from in_runs(self._rules, component, "caps", "phải in hoa", wrong, lambda _: True)
            return
        least = _WORDS.get(component.id, _LEAST_CAPITALS)
        whole = [line for line in lines if self._all_capitals(line, least)]
        changes = [
            Change(run.element, "caps", False)
            for _, run, look in self._looks.runs(whole)
            if look.caps and not run.shared and _has_small(run.text)
        ]
        if whole:
            typed = any(not _has_small(run.text) and _letters(run.text) > 3 for _, run, _ in self._looks.runs(whole))
            yield in_lines(
                self._rules,
                f"{component.id}.caps",
                f"{component.label}: phải in thường.",
                "Gõ lại bằng chữ thường." if typed else "Bỏ định dạng chữ hoa.",
                component.source,
                whole,
                [] if typed else changes,
            )

    def _all_capitals(self, line: Line, least: int) -> bool:
        runs = self._looks.runs([line])
        small = any(not look.caps and _has_small(run.text) for _, run, look in runs)
        return not small and sum(_letters(run.text) for _, run, _ in runs) >= least

    def _align(self, component: Component, lines: list[Line]) -> Iterator[Departure]:
        if not component.align:
            return
        wrong = []
        for line in lines:
            look = self._looks.paragraph(line)
            placed = "\t" in line.text or line.text.startswith("   ")
            if look.align not in component.align and not placed:
                wrong.append(line)
        if wrong:
            name = _ALIGN_NAMES[component.align[0]]
            yield in_lines(
                self._rules,
                f"{component.id}.align",
                f"{component.label}: phải canh {name}.",
                f"Canh {name}.",
                component.source,
                wrong,
                [Change(line.paragraph, "align", component.align[0]) for line in wrong],
            )

    @cached_property
    def _running(self) -> Runs:
        """The runs of the running text, outside tables."""
        return self._looks.runs(line for line in self._lines if line.component in _RUNNING and line.cell is None)

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
        yield from in_runs(
            self._rules,
            component,
            "size-mixed",
            f"phần lớn cỡ {number(usual)}, có chỗ cỡ khác; phải thống nhất",
            wrong,
            lambda _: usual,
        )


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _has_small(text: str) -> bool:
    return any(c.islower() for c in text)


def _mostly_small(texts: list[str]) -> bool:
    """True for words in small letters; a small letter inside an abbreviation ("TTr") does not make them so."""
    joined = "".join(texts)
    return sum(map(str.islower, joined)) > _letters(joined) * 0.3
