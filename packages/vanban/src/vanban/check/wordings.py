"""Terms that copying changes: nearly a fixed term, or nearly what the parent document says in the same place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from vanban.check.examine import Examined
from vanban.check.model import Finding
from vanban.check.rules import RuleSet, Term, terms
from vanban.folding import fold, spelled
from vanban.model import Span

_WORD = re.compile(r"[^\W_]+")
#: Words on each side that must be the same for a word of the parent document to be missed.
_CONTEXT = 3
#: Syllables shorter than this, marks aside, are too easily another word.
_LEAST_MARKS, _LEAST_LETTERS = 3, 4


def term_findings(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    """Findings against the list of fixed terms."""
    day = document.day or datetime.date.max
    words = list(_words(document.text))
    for term in terms():
        if term.valid_from <= day <= term.valid_to:
            for span in _near_misses([word for word, _ in words], term):
                place = Span(words[span[0]][1].start, words[span[1] - 1][1].end)
                found = " ".join(document.text[place.start : place.end].split())
                yield rules.finding("term", place, found=found, wanted=term.term, basis=term.basis)


def _words(text: str) -> Iterator[tuple[str, Span]]:
    low = spelled(text)
    for match in _WORD.finditer(low):
        yield match[0], Span(*match.span())


def _near_misses(words: Sequence[str], term: Term) -> Iterator[tuple[int, int]]:
    """Stretches (first, after the last word) that are nearly ``term``, in its place."""
    wanted = spelled(term.term).split()
    befores = [spelled(phrase).split() for phrase in term.after]
    size = len(wanted)
    for at in range(len(words) - size + 1):
        if befores and not any(list(words[max(0, at - len(before)) : at]) == before for before in befores):
            continue
        if not befores and words[at] != wanted[0] and words[at + 1] != wanted[1]:
            continue
        found = words[at : at + size]
        different = [(a, b) for a, b in zip(found, wanted, strict=True) if a != b]
        if len(different) == 1 and is_slip(*different[0]):
            yield at, at + size


def parent_findings(document: Examined, rules: RuleSet, parent: str) -> Iterator[Finding | None]:
    """Findings for single words that differ a little from those of ``parent`` between the same words."""
    told: dict[tuple[str, ...], set[str]] = {}
    for around, word, _ in _windows(parent):
        told.setdefault(around, set()).add(word)
    for around, word, span in _windows(document.text):
        wanted = told.get(around, set())
        if wanted and word not in wanted:
            right = next((other for other in sorted(wanted) if is_slip(word, other)), None)
            if right is not None:
                context = " ".join((*around[_CONTEXT - 1 : _CONTEXT], right, *around[_CONTEXT : _CONTEXT + 1]))
                found = f"{around[_CONTEXT - 1]} {word} {around[_CONTEXT]}"
                yield rules.finding("parent-term", span, found=found, wanted=context)


def _windows(text: str) -> Iterator[tuple[tuple[str, ...], str, Span]]:
    words = list(_words(text))
    for at in range(_CONTEXT, len(words) - _CONTEXT):
        around = [word for word, _ in (*words[at - _CONTEXT : at], *words[at + 1 : at + 1 + _CONTEXT])]
        yield tuple(around), words[at][0], words[at][1]


def is_slip(word: str, wanted: str) -> bool:
    """True when one syllable is another but for its marks, or but for one letter."""
    a, b = fold(word), fold(wanted)
    if any(c.isdigit() for c in a + b) or word == wanted:
        return False
    if a == b:
        return len(a) >= _LEAST_MARKS
    return min(len(a), len(b)) >= _LEAST_LETTERS and _one_letter(a, b)


def _one_letter(a: str, b: str) -> bool:
    """True when one letter put in, left out or exchanged makes ``a`` into ``b``."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[at + (len(a) == len(b)) :] == b[at + 1 :]
