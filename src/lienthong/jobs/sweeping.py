"""Find the rows that wait though nobody was woken for them: after a killed worker, a lost task or a passed delay."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lienthong.jobs.models import Claim

#: Rows woken in one round and for one kind of work; the next round takes the rest.
MOST_AT_ONCE = 200

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sweep:
    name: str
    find: Callable[[], Iterable[Claim]]
    wake: Callable[[Any], None]


_sweeps: dict[str, Sweep] = {}


def register_sweep(name: str, find: Callable[[], Iterable[Claim]], wake: Callable[[Any], None]) -> None:
    """Let the sweep call ``wake`` for each row that ``find`` gives (usually ``ClaimQuerySet(Model).claimable()``)."""
    _sweeps[name] = Sweep(name, find, wake)


def sweep() -> int:
    """Wake somebody for what waits; returns how many rows. One kind that fails does not keep the others from it."""
    count = 0
    for registered in _sweeps.values():
        try:
            for row in islice(registered.find(), MOST_AT_ONCE):
                registered.wake(row)
                count += 1
        except Exception:
            logger.exception("the sweep %s failed", registered.name)
    return count
