"""Online levels as dated data: which there are on a day, by which decree, and what they mean for who applies.

The levels are terms of a decree (Nghị định 42/2022/NĐ-CP until 30/6/2026, Nghị định 224/2026/NĐ-CP from 1/7/2026); an
office says which one a procedure has, as its decision says, and never works it out.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "online_levels.tsv"


@dataclass(frozen=True, slots=True)
class OnlineLevel:
    """``until`` None: still in force."""

    since: date
    until: date | None
    key: str
    decree: str
    meaning: str


@cache
def _levels() -> tuple[OnlineLevel, ...]:
    with _DATA.open(encoding="utf-8", newline="") as file:
        return tuple(
            OnlineLevel(
                date.fromisoformat(row["since"]),
                date.fromisoformat(row["until"]) if row["until"] else None,
                row["key"], row["decree"], row["meaning"],
            )
            for row in csv.DictReader(file, delimiter="\t")
        )  # fmt: skip


def level_on(key: str, day: date) -> OnlineLevel | None:
    """The level ``key`` as it is on ``day``; None where no decree knows it then."""
    in_force = (each for each in _levels() if each.since <= day and (each.until is None or day <= each.until))
    return next((each for each in in_force if each.key == key), None)
