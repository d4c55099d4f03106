"""How well a comparison finds what a local plan took over, and how fast, beside plain TF-IDF.

The baseline is the textbook one: cosine of TF-IDF vectors of single words and pairs of words, a pair wherever it
reaches a threshold; the threshold is the best there is for these very pairs, which flatters it.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from vanban.compare import Unit, compare_units
from vanban.compare.match import find_matches

from benchmarks import SMOKE, Row, seconds

sys.path.append(str(Path(__file__).parents[1] / "packages" / "vanban" / "tests"))
from compare_pairs import Places, labelled, places, score

_HELD, _OTHER = "held-*.toml", "[!h]*.toml"


def _vectors(texts: Sequence[str]) -> list[dict[str, float]]:
    bags = []
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        bags.append(Counter([*words, *(f"{a} {b}" for a, b in pairwise(words))]))
    held = Counter(term for bag in bags for term in bag)
    vectors = []
    for bag in bags:
        vector = {term: n * (math.log((1 + len(bags)) / (1 + held[term])) + 1) for term, n in bag.items()}
        length = math.sqrt(sum(weight**2 for weight in vector.values())) or 1.0
        vectors.append({term: weight / length for term, weight in vector.items()})
    return vectors


def tf_idf(parents: Sequence[Unit], children: Sequence[Unit], threshold: float) -> Places:
    vectors = _vectors([unit.text for unit in (*parents, *children)])
    above, below = vectors[: len(parents)], vectors[len(parents) :]
    return {
        (p, c)
        for p, a in enumerate(above)
        for c, b in enumerate(below)
        if sum(weight * b.get(term, 0.0) for term, weight in a.items()) >= threshold
    }


def _best_tf_idf(pattern: str) -> float:
    steps = range(3, 4 if SMOKE else 30)
    return max(score(lambda above, below, _, at=step / 50: tf_idf(above, below, at), pattern).f1 for step in steps)


def measure() -> Iterable[Row]:
    for name, pattern in (("aside", _HELD), ("others", _OTHER)):
        ours = score(lambda above, below, subjects: places(find_matches(above, below, subjects)), pattern).f1
        yield Row(f"compare, pairs kept {name}", ours, "F1", _best_tf_idf(pattern))
    pairs = list(labelled())
    count = sum(len(pair.parents) + len(pair.children) for pair in pairs)
    ours, plain = seconds(
        lambda: [compare_units(pair.parents, pair.children, pair.subjects) for pair in pairs],
        lambda: [tf_idf(pair.parents, pair.children, 0.3) for pair in pairs],
    )
    yield Row("compare, units", count / ours, "units/s", count / plain)
