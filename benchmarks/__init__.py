"""What ``script/bench`` runs: one module a benchmark, each with ``measure() -> Iterable[Row]``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

#: ``script/bench --smoke``: everything runs once, on as little as possible; the figures mean nothing.
SMOKE = "--smoke" in sys.argv


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. ``baseline`` is what the same machine did in the same run with something to compare to; ``ratio`` is
    value over baseline, None where there is nothing to compare to."""

    name: str
    value: float
    unit: str
    baseline: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.baseline if self.baseline else None


def seconds(*acts: Callable[[], object], rounds: int = 7) -> list[float]:
    """The shortest processor time that each of ``acts`` took, in seconds. They take turns, so that what disturbs the
    machine meets them all; the shortest counts, because a disturbance only ever makes a round longer."""
    best = [float("inf")] * len(acts)
    for _ in range(1 if SMOKE else rounds):
        for place, act in enumerate(acts):
            start = time.process_time()
            act()
            best[place] = min(best[place], time.process_time() - start)
    return best
