"""A plan beside the order from above: what it took over, what it changed, what is missing. Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from vanban.compare import Change, Comparison, Pair, Unit, compare_units

from lienthong.core.templatetags.words import day
from lienthong.organisations.service import Actor
from lienthong.plans.actions.add_assignment import Source
from lienthong.plans.models import Assignment, Plan, Share
from lienthong.registry import service as registry
from lienthong.registry.service import OfficialDocument

#: What was changed, in words; what was left out or added stands marked in the sentences themselves.
CHANGES = {
    "deadline": gettext_lazy("Thời hạn"),
    "target": gettext_lazy("Chỉ tiêu"),
    "rhythm": gettext_lazy("Tần suất"),
    "lead": gettext_lazy("Chủ trì"),
    "wording": gettext_lazy("Câu chữ"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and what became of it: "", "changed", "dropped" or "added"."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of a row: its marks, its label, and the page on which it stands."""

    unit: Unit
    pieces: list[Piece]
    url: str


@dataclass(frozen=True, slots=True)
class Match:
    """What carries out a duty: the sentence of the plan, how near it is in per cent, and what is different."""

    side: Side
    near: int
    changes: list[tuple[Any, Change]]


@dataclass(frozen=True, slots=True)
class Row:
    """A duty of the order with what carries it out; ``add_url`` opens the form for one that nothing carries out."""

    side: Side
    matches: list[Match] = field(default_factory=list)
    add_url: str = ""


@dataclass(frozen=True, slots=True)
class PlanComparison:
    """The rows of the page. ``added`` stands in the plan only, ``outside`` is shown as printed and never counted."""

    missing: list[Row]
    changed: list[Row]
    taken: list[Row]
    added: list[Side]
    outside: list[Side]

    @property
    def total(self) -> int:
        return len(self.missing) + len(self.changed) + len(self.taken)

    @property
    def sentence(self) -> str:
        """ "18/23 nội dung đã đưa vào kế hoạch; 3 có thay đổi; 5 chưa có." """
        words = {"done": self.total - len(self.missing), "total": self.total}
        parts = [_("%(done)d/%(total)d nội dung đã đưa vào kế hoạch") % words]
        if self.changed:
            parts.append(
                ngettext("%(n)d có thay đổi", "%(n)d có thay đổi", len(self.changed)) % {"n": len(self.changed)}
            )
        if self.missing:
            parts.append(ngettext("%(n)d chưa có", "%(n)d chưa có", len(self.missing)) % {"n": len(self.missing)})
        return "; ".join(parts) + "."


def compare_plan(actor: Actor, plan: Plan, order: OfficialDocument, *, may_add: bool) -> PlanComparison:
    """Compare ``plan`` with ``order``, both as far as ``actor`` sees them.

    Duties are looked for among the plan's assignments; goals only where the plan has a document of its own that could
    state them.
    """
    printed = registry.printed_duties(order)
    own = plan.document if plan.document_id != order.pk else None
    readable = own is not None and OfficialDocument.objects.visible_to(actor).filter(pk=own.pk).exists()
    stated = registry.printed_duties(own).units if own is not None and readable else ()
    asked = [unit for unit in printed.units if readable or unit.kind != "goal"]
    given = [*_assignments(actor, plan), *(unit for unit in stated if unit.kind != "assignment")]
    subjects = [order.subject, plan.title]
    found = compare_units(asked, given, subjects)
    sides = _Sides(order, own, found)
    changed = set(map(id, found.changed))
    rows = [sides.row(unit) for unit in found.taken]
    return PlanComparison(
        missing=[sides.row(unit, _add_url(plan, order, unit) if may_add else "") for unit in found.left_out],
        changed=[row for row in rows if id(row.side.unit) in changed],
        taken=[row for row in rows if id(row.side.unit) not in changed],
        added=[sides.below(unit, ()) for unit in found.added],
        outside=[sides.above(unit, ()) for unit in printed.outside],
    )


@dataclass(frozen=True, slots=True)
class OrderedDuty:
    """A duty of an order as a form of an assignment begins with it; whom to give it to is for a person to choose."""

    unit: Unit
    source: Source

    @property
    def values(self) -> dict[str, Any]:
        return {
            "text": self.unit.text,
            "when_printed": (self.unit.when or "")[:300],
            "frequency_printed": (self.unit.frequency or "")[:300],
            "due": date.fromisoformat(self.unit.due) if self.unit.due else None,
        }

    @property
    def url(self) -> str:
        return registry.source_url(self.source.document, self.source.start, self.source.end)


def ordered_duty(order: OfficialDocument, span: str) -> OrderedDuty | None:
    """The duty that stands at ``span`` ("<start>-<end>") of ``order``, or None."""
    unit = registry.printed_duties(order).at(span)
    if unit is None or unit.span is None:
        return None
    return OrderedDuty(unit, Source(order, unit.span.start, unit.span.end))


def _assignments(actor: Actor, plan: Plan) -> Iterator[Unit]:
    """What the plan gives to whom, as it stands now."""
    visible = Assignment.objects.visible_to(actor).filter(plan=plan).in_scope().prefetch_related("shares__body")
    for assignment in visible:
        leads = [share.body.name for share in assignment.shares.all() if share.part == Share.Part.LEAD]
        yield Unit(
            text=" ".join(assignment.text.split()),
            section=assignment.label,
            kind="assignment",
            lead=tuple(leads),
            when=day(assignment.due) if assignment.due else assignment.when_printed or None,
            due=assignment.due.isoformat() if assignment.due else None,
            frequency=assignment.rhythm or None,
            key=str(assignment.pk),
        )


def _add_url(plan: Plan, order: OfficialDocument, unit: Unit) -> str:
    if unit.kind == "goal":
        return ""
    back = f"{reverse('plans:plan_compare', args=[plan.pk])}?voi={order.pk}#chua-co"
    asked = urlencode({"nguon": order.pk, "doan": registry.span_of(unit), "next": back})
    return f"{reverse('plans:assignment_add', args=[plan.pk])}?{asked}"


class _Sides:
    """Sentences of both sides with their marks and addresses."""

    def __init__(self, order: OfficialDocument, own: OfficialDocument | None, found: Comparison) -> None:
        self.order, self.own, self.found = order, own, found

    def row(self, unit: Unit, add_url: str = "") -> Row:
        pairs = list(self.found.pairs_of(unit))
        marks = [change for pair in pairs for change in pair.changes] if len(pairs) == 1 else []
        return Row(self.above(unit, marks), [self._match(pair) for pair in pairs], add_url)

    def _match(self, pair: Pair) -> Match:
        told = [(CHANGES[change.kind], change) for change in pair.changes if change.kind in CHANGES and _shown(change)]
        return Match(self.below(pair.child, pair.changes), round(pair.similarity * 100), told)

    def above(self, unit: Unit, changes: Iterable[Change]) -> Side:
        return Side(unit, _pieces(unit, changes, "parent"), _source(self.order, unit))

    def below(self, unit: Unit, changes: Iterable[Change]) -> Side:
        printed = _source(self.own, unit) if self.own else ""
        url = reverse("plans:assignment", args=[unit.key]) if unit.key else printed
        return Side(unit, _pieces(unit, changes, "child"), url)


def _source(document: OfficialDocument, unit: Unit) -> str:
    return registry.source_url(document, unit.span.start, unit.span.end) if unit.span else ""


def _pieces(unit: Unit, changes: Iterable[Change], side: str) -> list[Piece]:
    """The sentence cut where a change begins and ends; of overlapping ones the first counts."""
    pieces: list[Piece] = []
    at = 0
    for start, end, kind in sorted(_marks(changes, side)):
        if start < at:
            continue
        pieces += [Piece(unit.text[at:start]), Piece(unit.text[start:end], kind)]
        at = end
    return [piece for piece in [*pieces, Piece(unit.text[at:])] if piece.text]


def _shown(change: Change) -> bool:
    """Words that a sentence says in its own way are no change to look at."""
    return change.kind in ("lead", "deadline") or not change.expected


def _marks(changes: Iterable[Change], side: str) -> Iterator[tuple[int, int, str]]:
    for change in changes:
        phrase = getattr(change, side)
        if phrase is not None and phrase.start is not None and _shown(change):
            yield phrase.start, phrase.end, change.kind if change.kind in ("dropped", "added") else "changed"
