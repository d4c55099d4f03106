"""What became of the words of a sentence: phrases replaced, left out or added, in words as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from vanban.compare.model import Change, Phrase
from vanban.compare.terms import is_local, terms_of
from vanban.folding import spelled

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*%?")
_MOST_REPLACED = 4
_FEWEST_AROUND = 2
_FEWEST_BEFORE_END = 4
_LONG = 5
_MOST_WORK = 1_000_000  # words of one times words of the other; longer paragraphs are not looked into
_COPY = 0.55  # from here a sentence is a copy, and a word in it that differs was changed


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    plain: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def phrase(self, first: int, after: int) -> Phrase:
        start, end = self.places[first][0], self.places[after - 1][1]
        return Phrase(self.text[start:end], start, end)


def _words(text: str) -> _Words:
    found = list(_WORD.finditer(text))
    return _Words(text, tuple(spelled(word[0]) for word in found), tuple(word.span() for word in found))


def wording_changes(above: str, below: str) -> Iterator[Change]:
    """The changes of wording between two sentences, in the order of the first."""
    a, b = _words(above), _words(below)
    if len(a.plain) * len(b.plain) > _MOST_WORK:
        return
    matcher = SequenceMatcher(None, a.plain, b.plain, autojunk=False)
    blocks = matcher.get_opcodes()
    copied = matcher.ratio() >= _COPY
    for place, (kind, a1, a2, b1, b2) in enumerate(blocks):
        if kind == "equal":
            continue
        small = 0 < a2 - a1 <= _MOST_REPLACED and 0 < b2 - b1 <= _MOST_REPLACED
        if kind == "replace" and small and _same_around(blocks, place):
            yield from _replaced(a, b, (a1, a2, b1, b2), expected=not copied)
            continue
        if a2 - a1 >= _LONG and not _says(below, a.phrase(a1, a2).text):
            phrase = a.phrase(a1, a2)
            yield Change("dropped", phrase, None, f"Bỏ “{phrase.text}”.")
        if b2 - b1 >= _LONG and not _says(above, b.phrase(b1, b2).text):
            phrase = b.phrase(b1, b2)
            yield Change("added", None, phrase, f"Thêm “{phrase.text}”.")


def _same_around(blocks: Sequence[tuple[str, int, int, int, int]], place: int) -> bool:
    """True when enough words on both sides are the same; at the end of a sentence more of them before it."""
    at_end = place == len(blocks) - 1
    sides = blocks[place - 1 : place] if at_end else [*blocks[place - 1 : place], blocks[place + 1]]
    fewest = _FEWEST_BEFORE_END if at_end else _FEWEST_AROUND
    return place > 0 and all(kind == "equal" and a2 - a1 >= fewest for kind, a1, a2, _b1, _b2 in sides)


def _replaced(a: _Words, b: _Words, place: tuple[int, int, int, int], *, expected: bool) -> Iterator[Change]:
    a1, a2, b1, b2 = place
    before, after = " ".join(a.plain[a1:a2]), " ".join(b.plain[b1:b2])
    if any(c.isdigit() for c in before + after) or set(terms_of(before)) == set(terms_of(after)):
        return  # figures are told as targets and deadlines; other words for the same are no change
    if not (terms_of(before) and terms_of(after)) and not (a2 - a1 == b2 - b1 == 1):
        return
    if is_local(_with_next(a, a1, a2)) and is_local(_with_next(b, b1, b2)):
        return
    left = 1 if a1 and b1 and min(a2 - a1, b2 - b1) == 1 else 0  # one syllable is seldom a word
    old, new = a.phrase(a1 - left, a2), b.phrase(b1 - left, b2)
    yield Change("wording", old, new, f"“{old.text}” thành “{new.text}”.", expected)


def _with_next(words: _Words, first: int, after: int) -> str:
    """The words, and the one after them where it makes them a committee: "tỉnh" in "Tỉnh ủy"."""
    end = after + 1 if words.plain[after : after + 1] == ("ủy",) else after
    return " ".join(words.plain[first:end])


def _says(text: str, phrase: str) -> bool:
    """True when ``text`` says elsewhere most of what ``phrase`` says."""
    wanted = terms_of(phrase)
    held = set(terms_of(text))
    return not wanted or sum(term in held for term in wanted) >= 0.6 * len(wanted)
