"""The labelled pairs of documents in ``pairs/``, and how a comparison is scored on them.

A label names a unit by words that stand in it. Each pair is "words of the parent, words of the child, what was
changed"; ``optional`` pairs count neither way. The benchmark ``compare`` uses this too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import vanban
from vanban.compare import Unit, units_of
from vanban.folding import fold
from vanban.model import Document

FOLDER = Path(__file__).with_name("pairs")
Places = set[tuple[int, int]]
#: Given the units of both sides and their subjects, the places of those that belong together.
Matcher = Callable[[Sequence[Unit], Sequence[Unit], Sequence[str]], Places]


@dataclass(frozen=True)
class Labelled:
    """Two documents, their units, and which of these belong together with what was changed."""

    name: str
    parent: Document
    child: Document
    parents: tuple[Unit, ...]
    children: tuple[Unit, ...]
    pairs: dict[tuple[int, int], frozenset[str]]
    optional: Places
    left_out: set[int]
    added: set[int]

    @property
    def subjects(self) -> list[str]:
        return [document.subject.value for document in (self.parent, self.child) if document.subject]


@dataclass
class Tally:
    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted)


def labelled(pattern: str = "*.toml") -> Iterator[Labelled]:
    """The pairs of the files that ``pattern`` names."""
    for path in sorted(FOLDER.glob(pattern)):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        parent, child = (vanban.read(data[side].encode(), name=f"{side}.txt") for side in ("parent", "child"))
        parents, children = units_of(parent), units_of(child)
        yield Labelled(
            path.stem,
            parent,
            child,
            parents,
            children,
            {(_place(parents, a), _place(children, b)): frozenset(kinds.split()) for a, b, kinds in data["pairs"]},
            {(_place(parents, a), _place(children, b)) for a, b in data.get("optional", ())},
            {_place(parents, words) for words in data["left_out"]},
            {_place(children, words) for words in data["added"]},
        )


def _place(units: Sequence[Unit], words: str) -> int:
    holding = [place for place, unit in enumerate(units) if fold(words) in fold(unit.text)]
    starting = [place for place in holding if fold(units[place].text).startswith(fold(words))]
    return (starting or holding)[0]


def score(matcher: Matcher, pattern: str = "*.toml") -> Tally:
    """How well ``matcher`` finds the labelled pairs of the files that ``pattern`` names."""
    tally = Tally()
    for pair in labelled(pattern):
        found = matcher(pair.parents, pair.children, pair.subjects) - (pair.optional - pair.pairs.keys())
        tally.right += len(found & pair.pairs.keys())
        tally.found += len(found)
        tally.wanted += len(pair.pairs)
    return tally


def places(matches: Sequence[object]) -> Places:
    return {(match.parent, match.child) for match in matches}  # type: ignore[attr-defined]
