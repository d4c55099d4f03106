"""The rule: how many get in by a door at once, and who is asked a small question first.

Nobody is shut out for being one of many at an address (a household, a mobile network): who looks like a machine, or
comes while very many come, is asked a small question that a person answers in a second. Only what comes after all that
is asked to come back later, with his words still in the form and a telephone number beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

#: What is counted: forms that got in during the last so many minutes.
WINDOW = timedelta(minutes=10)


class Verdict(Enum):
    IN, ASK, LATER = "in", "ask", "later"


@dataclass(frozen=True, slots=True)
class Door:
    """Of one office: ``straight`` get in at once; more, up to ``most``, after the question; the others later. The same
    for one address. Doors of different names are counted apart.
    """

    name: str
    straight: int = 30
    most: int = 50
    straight_from_one: int = 4
    most_from_one: int = 10


@dataclass(frozen=True, slots=True)
class Signs:
    """``in_all`` and ``from_one``: how many got in during the window; ``odd``: the form looks filled in by a machine;
    ``answered``: the question was answered rightly.
    """

    in_all: int
    from_one: int
    odd: bool = False
    answered: bool = False


def verdict(door: Door, signs: Signs) -> Verdict:
    if signs.in_all >= door.most or signs.from_one >= door.most_from_one:
        return Verdict.LATER
    if signs.answered:
        return Verdict.IN
    crowded = signs.in_all >= door.straight or signs.from_one >= door.straight_from_one
    return Verdict.ASK if signs.odd or crowded else Verdict.IN


#: What residents write to an office: their cases and their questions come by the same door.
WORDS = Door("words")
