"""Which unit of a local plan takes over which unit of its parent.

Two units are as near as their nearest parts (whole, sentences, clauses) share weighted terms. Pairs are then chosen
from the nearest down: what an earlier pair has explained already counts little for a later one, so that two duties with
the same opening do not both answer one sentence, while a merged or divided duty keeps all its pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop, nlargest

from vanban.compare.model import Unit
from vanban.compare.terms import Weights

_CLAUSE_END = re.compile(r"[.;:]\s+")
_LEAST = 0.34  # below this two units say different things
_FAINT = 0.25  # from here two units that nothing else is like may be the same
_SURE = 0.62  # above this they say the same, whoever else does
_FEW = 20
_CLOSE = 16
_SPENT = 0.25  # what a term still counts when another pair has explained it


@dataclass(frozen=True, slots=True)
class Match:
    """Places of two units in their lists, and how near they are (0..1)."""

    parent: int
    child: int
    similarity: float


@dataclass(frozen=True, slots=True)
class _Parts:
    """A unit as weighted terms: the whole first, then its clauses."""

    parts: tuple[Mapping[str, float], ...]
    sums: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    match: Match
    shared: frozenset[str]


def find_matches(parents: Sequence[Unit], children: Sequence[Unit], subjects: Iterable[str] = ()) -> list[Match]:
    """The pairs, in the order of the parent's units, nearest first among those of one unit."""
    weights = Weights([unit.text for unit in (*parents, *children)], subjects)
    above = [_parts(unit.text, weights) for unit in parents]
    below = [_parts(unit.text, weights) for unit in children]
    candidates = [
        _Candidate(Match(p, c, near), frozenset(above[p].parts[0].keys() & below[c].parts[0].keys()))
        for p, c in _touching(above, below)
        if (near := _nearness(above[p], below[c]) * _like_kinds(parents[p], children[c])) >= _FAINT
    ]
    candidates.sort(key=lambda item: (-item.match.similarity, item.match.parent, item.match.child))
    chosen = _choose([item for item in candidates if item.match.similarity >= _LEAST], weights)
    chosen += _only_ones(candidates, chosen)
    return sorted(chosen, key=lambda match: (match.parent, -match.similarity, match.child))


def _parts(text: str, weights: Weights) -> _Parts:
    whole = weights.weigh(text)
    clauses = [weights.weigh(part) for part in _CLAUSE_END.split(text)] if _CLAUSE_END.search(text) else []
    parts = (whole, *(clause for clause in clauses if len(clause) >= 4))
    return _Parts(parts, tuple(sum(part.values()) for part in parts))


def _touching(above: list[_Parts], below: list[_Parts]) -> Iterable[tuple[int, int]]:
    """The pairs worth a closer look: for each unit of either side those that share most with it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(below):
        for term in unit.parts[0]:
            holders[term].append(place)
    common = max(_FEW, len(below) // 4)  # what a quarter of all hold tells nothing of any
    best_above: dict[int, list[tuple[float, int]]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for place, unit in enumerate(above):
        shared: dict[int, float] = defaultdict(float)
        for term, weight in unit.parts[0].items():
            if len(holders.get(term, ())) <= common:
                for other in holders[term]:
                    shared[other] += weight
        found.update((place, other) for other in nlargest(_CLOSE, shared, key=shared.__getitem__))
        for other, weight in shared.items():
            held = best_above[other]
            (heappush if len(held) < _CLOSE else heappushpop)(held, (weight, place))
    found.update((place, other) for other, held in best_above.items() for _, place in held)
    return sorted(found)


def _nearness(above: _Parts, below: _Parts) -> float:
    best = 0.0
    for a, weight_a in zip(above.parts, above.sums, strict=True):
        for b, weight_b in zip(below.parts, below.sums, strict=True):
            if not (weight_a and weight_b):
                continue
            shorter, longer = (a, b) if len(a) < len(b) else (b, a)
            common = sum(weight for term, weight in shorter.items() if term in longer)
            if common:
                smaller = min(weight_a, weight_b)
                near = (common / smaller) ** 0.65 * (common / max(weight_a, weight_b)) ** 0.35
                # A few words in common prove little, and so do parts that are a small part of both.
                share = max(weight_a / above.sums[0], weight_b / below.sums[0])
                best = max(best, near * min(1.0, (common / 2.2) ** 0.5) * min(1.0, share) ** 0.3)
    return round(min(best, 1.0), 3)


def _like_kinds(above: Unit, below: Unit) -> float:
    """A goal and a duty about the same thing are two things."""
    return 0.8 if (above.kind == "goal") != (below.kind == "goal") else 1.0


def _only_ones(candidates: list[_Candidate], chosen: list[Match]) -> list[Match]:
    """Faint pairs of units without a pair, each the nearest to the other of all: what was put in other words."""
    paired = {("above", match.parent) for match in chosen} | {("below", match.child) for match in chosen}
    seen: set[tuple[str, int]] = set()
    found = []
    for match in (item.match for item in candidates):  # nearest first
        sides = {("above", match.parent), ("below", match.child)}
        if not sides & (paired | seen):
            found.append(match)
        seen |= sides
    return found


def _choose(candidates: list[_Candidate], weights: Weights) -> list[Match]:
    chosen: list[Match] = []
    explained_above: dict[int, set[str]] = defaultdict(set)
    explained_below: dict[int, set[str]] = defaultdict(set)
    for item in candidates:
        match = item.match
        spent = (explained_above[match.parent] | explained_below[match.child]) & item.shared
        total = sum(weights.of(term) for term in item.shared)
        used = sum(weights.of(term) for term in spent)
        fresh = (total - used * (1 - _SPENT)) / total if total else 0.0
        if match.similarity >= _SURE or match.similarity * fresh**0.5 >= _LEAST:
            chosen.append(match)
            explained_above[match.parent] |= item.shared
            explained_below[match.child] |= item.shared
    return chosen
