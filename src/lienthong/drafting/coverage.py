"""What the order from above asks for and the draft does not say yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from vanban.compare import Unit, compare_units

from lienthong.drafting.content import lines, names
from lienthong.drafting.models import Draft, DraftSection
from lienthong.registry.service import printed_duties, source_url, span_of


@dataclass(frozen=True, slots=True)
class Missing:
    """A duty that nothing in the draft takes up; ``url`` shows it in the order, ``add_url`` begins to write it.

    A duty becomes a task, a goal or another content a line of text, both in the section that stands at the same place.
    """

    unit: Unit
    url: str
    add_url: str


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
    sections = list(draft.sections.all())
    missing = [Missing(unit, _url(draft, unit), _add_url(sections, unit)) for unit in found.left_out]
    return Coverage(len(asked.units) - len(missing), len(asked.units), missing, asked.outside)


def _url(draft: Draft, unit: Unit) -> str:
    assert draft.parent is not None
    return source_url(draft.parent, *((unit.span.start, unit.span.end) if unit.span else (None, None)))


def _add_url(sections: list[DraftSection], unit: Unit) -> str:
    """The form to take ``unit`` up; "" when it has no place or the draft no section."""
    if not unit.span or not sections:
        return ""
    at = unit.span.start
    before = [section for section in sections if section.origin_start is not None and section.origin_start <= at]
    section = max(before, key=lambda one: one.origin_start or 0) if before else sections[0]
    view = "drafting:new_task" if unit.kind == "assignment" else "drafting:section"
    return reverse(view, args=[section.pk], query={"doan": span_of(unit)})


def _units(draft: Draft) -> Iterator[Unit]:
    for section in draft.sections.prefetch_related("tasks"):
        for line in lines(section.text):
            yield Unit(text=line.lstrip("-– "), section=section.title)
        for task in section.tasks.all():
            yield Unit(
                text=" ".join(task.text.split()), section=section.title, kind="assignment",
                lead=tuple(names(task.lead)), when=task.when or None, frequency=task.frequency or None,
            )  # fmt: skip
