"""What comparing two documents says: which parts of a superior document its local plan takes over, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vanban.model import Remark, Span

UnitKind = Literal["assignment", "goal", "content"]
ChangeKind = Literal["deadline", "target", "rhythm", "lead", "wording", "dropped", "added"]
Verdict = Literal["taken", "changed"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One duty, goal or content: what is compared.

    ``section`` is the path of labels ("II.3"), ``text`` the words without label and name of the body, on one line;
    ``span`` is where it stands in the text of its document (None where it has none, as a task typed by hand).
    ``lead`` holds the bodies that are told to do it, ``when`` and ``frequency`` are as printed, ``due`` is ISO.
    ``key`` is the caller's own name for it and is only handed back.
    """

    text: str
    section: str = ""
    span: Span | None = None
    kind: UnitKind = "content"
    lead: tuple[str, ...] = ()
    when: str | None = None
    due: str | None = None
    frequency: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a unit: ``unit.text[start:end]``; ``start`` and ``end`` are None for words of a field."""

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one thing: ``parent`` is None where it was added, ``child`` where it was dropped.

    ``expected`` is True for what most local plans do: a body replaced by its counterpart of the lower level, a deadline
    not repeated, a sentence said in other words. ``message`` is a Vietnamese sentence.
    """

    kind: ChangeKind
    parent: Phrase | None
    child: Phrase | None
    message: str
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit of the parent and the unit of the child that takes it over; both may stand in several pairs.

    ``similarity`` is between 0 and 1. ``verdict`` is "changed" where something beyond shortening, rewording and what
    every local plan changes is different: see :attr:`Change.expected`.
    """

    parent: Unit
    child: Unit
    similarity: float
    changes: tuple[Change, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return "changed" if any(_counts(change) for change in self.changes) else "taken"


def _counts(change: Change) -> bool:
    return not change.expected and change.kind not in ("dropped", "added")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The units of both sides and what became of them.

    ``parents`` and ``children`` are in document order, ``pairs`` in that of the parent. Where one side could not be
    read, or holds no duty, everything is empty and ``remarks`` says so.
    """

    parents: tuple[Unit, ...] = ()
    children: tuple[Unit, ...] = ()
    pairs: tuple[Pair, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def left_out(self) -> tuple[Unit, ...]:
        """Units of the parent that nothing in the child takes over."""
        taken = {id(pair.parent) for pair in self.pairs}
        return tuple(unit for unit in self.parents if id(unit) not in taken)

    @property
    def added(self) -> tuple[Unit, ...]:
        """Units of the child that take over nothing of the parent."""
        used = {id(pair.child) for pair in self.pairs}
        return tuple(unit for unit in self.children if id(unit) not in used)

    @property
    def taken(self) -> tuple[Unit, ...]:
        """Units of the parent that at least one unit of the child takes over."""
        taken = {id(pair.parent) for pair in self.pairs}
        return tuple(unit for unit in self.parents if id(unit) in taken)

    @property
    def changed(self) -> tuple[Unit, ...]:
        """Of those taken over, the ones in which something was changed."""
        changed = {id(pair.parent) for pair in self.pairs if pair.verdict == "changed"}
        return tuple(unit for unit in self.parents if id(unit) in changed)

    def pairs_of(self, unit: Unit) -> Iterator[Pair]:
        """The pairs of a unit of either side, nearest first."""
        found = [pair for pair in self.pairs if pair.parent is unit or pair.child is unit]
        return iter(sorted(found, key=lambda pair: -pair.similarity))
