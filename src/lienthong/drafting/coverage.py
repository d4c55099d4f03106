"""What the order from above asks for and the draft does not say yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vanban.compare import Unit, compare_units

from lienthong.drafting.content import lines, names
from lienthong.drafting.models import Draft
from lienthong.registry.service import printed_duties, source_url, span_of


@dataclass(frozen=True, slots=True)
class Missing:
    """A duty that nothing in the draft takes up; ``span`` names its place in the order, ``url`` shows it there."""

    unit: Unit
    span: str
    url: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """``taken`` of ``total`` duties are in the draft; ``outside`` are lines beyond what this tool carries out."""

    taken: int
    total: int
    missing: list[Missing]
    outside: tuple[Unit, ...]


def coverage_of(draft: Draft) -> Coverage | None:
    """Compare ``draft`` with its order; None without one. Nothing of it is stored."""
    if draft.parent is None:
        return None
    asked = printed_duties(draft.parent)
    found = compare_units(asked.units, list(_units(draft)), [draft.parent.subject, draft.subject])
    missing = [Missing(unit, span_of(unit), _url(draft, unit)) for unit in found.left_out]
    return Coverage(len(asked.units) - len(missing), len(asked.units), missing, asked.outside)


def _url(draft: Draft, unit: Unit) -> str:
    assert draft.parent is not None
    return source_url(draft.parent, *((unit.span.start, unit.span.end) if unit.span else (None, None)))


def _units(draft: Draft) -> Iterator[Unit]:
    for section in draft.sections.prefetch_related("tasks"):
        for line in lines(section.text):
            yield Unit(text=line.lstrip("-– "), section=section.title)
        for task in section.tasks.all():
            yield Unit(
                text=" ".join(task.text.split()), section=section.title, kind="assignment",
                lead=tuple(names(task.lead)), when=task.when or None, frequency=task.frequency or None,
            )  # fmt: skip
