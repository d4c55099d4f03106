"""What ``script/bench`` runs: one module a benchmark, each with ``measure() -> Iterable[Row]``."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


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


def seconds(act: Callable[[], object], rounds: int = 3) -> float:
    """The shortest of ``rounds`` times that ``act`` took: what disturbs a run only ever makes it longer."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - start)
    return best
