"""The duties, goals and contents that a document prints, as they are compared with a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vanban.compare import Unit, units_of_form
from vanban.model import Span

from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.review.scope import find_out_of_scope
from lienthong.registry.review.text import whole_text

_DECIDED = (Proposal.State.CONFIRMED, Proposal.State.CORRECTED)


@dataclass(frozen=True, slots=True)
class PrintedDuties:
    """``units`` with places in the document's whole text; ``outside`` are those beyond what this tool carries out."""

    units: tuple[Unit, ...]
    outside: tuple[Unit, ...]

    def at(self, span: str) -> Unit | None:
        """The unit that stands at ``span`` ("<start>-<end>"), if there is one."""
        return next((unit for unit in self.units if span_of(unit) == span), None)


def span_of(unit: Unit) -> str:
    """ "<start>-<end>", as addresses name a place in a document."""
    return f"{unit.span.start}-{unit.span.end}" if unit.span else ""


def printed_duties(document: OfficialDocument) -> PrintedDuties:
    """What every file of ``document`` that was read asks for, in the order of the text.

    A line that a person said is no task is left out. Lines marked *ngoài phạm vi công cụ*, and those that look like it
    while nobody has decided, stand apart: no figure is made of them.
    """
    whole = whole_text(document)
    units: list[Unit] = []
    outside: list[Unit] = []
    for file in whole.files:
        proposals = list(file.proposals.filter(kind=Proposal.Kind.TASK).exclude(start=None))
        base = whole.bases[file.pk]
        for unit in _units(file):
            said = _said_of(unit, proposals)
            if said is not None and said.state == Proposal.State.REJECTED:
                continue
            (outside if _is_outside(unit, said) else units).append(_moved(unit, base))
    return PrintedDuties(tuple(units), tuple(outside))


def _units(file: DocumentFile) -> Iterator[Unit]:
    return iter(units_of_form(file.text, file.reading) if file.text else ())


def _said_of(unit: Unit, proposals: list[Proposal]) -> Proposal | None:
    """The proposal that the review made of this place, where there is one."""
    span = unit.span or Span(0, 0)
    return next((said for said in proposals if said.start is not None and span.start <= said.start < span.end), None)


def _is_outside(unit: Unit, said: Proposal | None) -> bool:
    if said is not None and said.state in _DECIDED:
        return said.out_of_scope
    return find_out_of_scope(unit.text) is not None


def _moved(unit: Unit, base: int) -> Unit:
    assert unit.span is not None
    return replace(unit, span=Span(unit.span.start + base, unit.span.end + base))
