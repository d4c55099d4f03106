"""What departs from the rules in a .docx, and how the lines that are looked at are printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from vanban.check.formatting import Formats, ParagraphLook, RunLook
from vanban.check.model import Finding
from vanban.check.printed import Line, Run
from vanban.check.rules import Component, RuleSet

_PRINTS = re.compile(r"[^\W_]")
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


class Looks:
    """How lines are printed, each resolved once. Superscripts, blanks and dots to be filled in are no text."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._runs: dict[Line, Runs] = {}
        self._paragraphs: dict[etree._Element, ParagraphLook] = {}

    def runs(self, lines: Iterable[Line]) -> Runs:
        """Runs with letters or digits that stand on the lines themselves."""
        return [item for line in lines for item in self._runs_of(line)]

    def _runs_of(self, line: Line) -> Runs:
        if line not in self._runs:
            style = self._formats.table_style(line.cell) if line.cell is not None else None
            looks = (
                (line, run, self._formats.run(run.element, line.paragraph, style))
                for run in line.runs
                if _PRINTS.search(run.text)
            )
            self._runs[line] = [item for item in looks if not item[2].raised]
        return self._runs[line]

    def paragraph(self, line: Line) -> ParagraphLook:
        """The look of the paragraph that a line belongs to."""
        if line.paragraph not in self._paragraphs:
            self._paragraphs[line.paragraph] = self._formats.paragraph(line.paragraph)
        return self._paragraphs[line.paragraph]


def in_lines(
    rules: RuleSet, rule: str, message: str, proposal: str, source: str, lines: list[Line], changes: list[Change]
) -> Departure:
    """A departure that several lines share; ``source`` is an item of the decree."""
    first = next((line.span for line in lines if line.span is not None), None)
    numbers = tuple(sorted({line.number for line in lines}))
    finding = Finding(rule, "error", message, proposal, rules.cite(source), first, numbers, mendable=bool(changes))
    return Departure(finding, changes)


def in_runs(
    rules: RuleSet, component: Component, name: str, what: str, wrong: Runs, wanted: Callable[[RunLook], Any]
) -> Iterator[Departure]:
    """The departure of one property of a component, if there is any; ``name`` begins with the property to be set.

    A run that prints on two lines is not mended: what is right for one may be wrong for the other.
    """
    if not wrong:
        return
    mendable = not any(run.shared for _, run, _ in wrong)
    changes = [Change(run.element, name.partition("-")[0], wanted(look)) for _, run, look in wrong]
    yield in_lines(
        rules,
        f"{component.id}.{name}",
        f"{component.label}: {what}.",
        "Sửa định dạng chữ theo quy định.",
        component.source,
        [line for line, _, _ in wrong],
        changes if mendable else [],
    )


def number(value: float) -> str:
    """A size as people write it: "12,7"."""
    return f"{value:g}".replace(".", ",")
