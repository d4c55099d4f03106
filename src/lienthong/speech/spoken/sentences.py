"""Sentences of a script with their places, and how long they take to read."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """``start`` and ``end`` are offsets into the script."""

    start: int
    end: int
    text: str


#: Abbreviations and list numbers after which a full stop ends nothing.
_NO_END = re.compile(r"(?:^|\s)(?:TP|Tp|TX|TT|TM|KT|TL|TUQ|P|Q|ThS|TS|GS|PGS|BS|KS|\d{1,3}|[a-zđ]|[IVX]+)\.$")
_END = re.compile(r"[.!?…]+[”\")]*(?=\s|$)")
#: Syllables a minute of a calm reading; the Voice of Vietnam reads news at 200 to 220.
SYLLABLES_A_MINUTE = 200
_PAUSE = {"sentence": 0.5, "comma": 0.2}


def sentences(script: str) -> list[Sentence]:
    """In order; a line ends a sentence, and so does a stop that belongs to no abbreviation."""
    found = []
    for line in re.finditer(r"[^\n]+", script):
        start = 0
        for stop in _END.finditer(line.group()):
            if not _NO_END.search(line.group()[start : stop.end()]):
                found.append((line.start() + start, line.start() + stop.end()))
                start = stop.end()
        found.append((line.start() + start, line.end()))
    return [Sentence(*place, script[slice(*place)]) for place in (_trimmed(script, *it) for it in found) if place]


def estimated_seconds(words: str) -> float:
    """How long ``words`` (already as they are said) take at the usual pace, pauses included."""
    syllables = len(re.findall(r"\w+", words))
    commas = len(re.findall(r"[,;:]", words))
    ends = len(re.findall(r"[.!?]|\n", words))
    return round(syllables * 60 / SYLLABLES_A_MINUTE + commas * _PAUSE["comma"] + ends * _PAUSE["sentence"], 1)


def _trimmed(script: str, start: int, end: int) -> tuple[int, int] | None:
    text = script[start:end]
    if not re.search(r"\w", text):
        return None
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
