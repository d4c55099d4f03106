"""Terms that copying changes: nearly a fixed term, or nearly what the parent document says in the same place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from vanban.check.examine import Examined
from vanban.check.model import Finding
from vanban.check.rules import RuleSet, Term, terms
from vanban.folding import fold, spelled
from vanban.model import Span

_ANY = r"[^\W_]+"
_WORD = re.compile(_ANY)
_LAST_WORD = re.compile(rf"\b{_ANY}(?=\s+\Z)")
_LONGEST = 40
#: Words on each side that must be the same for a word of the parent document to be missed.
_CONTEXT = 3
#: Syllables shorter than this, marks aside, are too easily another word.
_LEAST_MARKS, _LEAST_LETTERS = 3, 4


def term_findings(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    """Findings against the list of fixed terms."""
    day = document.day or datetime.date.max
    low = spelled(document.text)
    for term in terms():
        if term.valid_from <= day <= term.valid_to:
            for span in _near_misses(low, term):
                found = " ".join(document.text[span.start : span.end].split())
                yield rules.finding("term", span, found=found, wanted=term.term, basis=term.basis)


def _near_misses(low: str, term: Term) -> Iterator[Span]:
    """Where something stands that is nearly ``term``, in its place."""
    wanted = spelled(term.term).split()
    for start, end in _candidates(low, term):
        found = low[start:end].split()
        different = [(a, b) for a, b in zip(found, wanted, strict=True) if a != b]
        if len(different) == 1 and is_slip(*different[0]):
            yield Span(start, end)


def _candidates(low: str, term: Term) -> Iterator[tuple[int, int]]:
    """Where the words of a term may stand, one of them perhaps another; looked for by the words that are fixed."""
    begin, tail = _patterns(term)
    for match in begin.finditer(low):
        yield match.span("term")
    for match in tail.finditer(low) if tail else ():
        before = _LAST_WORD.search(low, max(0, match.start() - _LONGEST), match.start())
        if before:
            yield before.start(), match.end()


@cache
def _patterns(term: Term) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """The term by what stands before it, or by its first word; and by all but its first word."""
    first, *others = spelled(term.term).split()
    more = rf"(?:\s+{_ANY}){{{len(others)}}}\b"
    if term.after:
        before = "|".join(r"\s+".join(spelled(phrase).split()) for phrase in term.after)
        return re.compile(rf"(?:{before})\s+(?P<term>{_ANY}{more})"), None
    tail = re.compile(r"\s+".join(others) + r"\b")
    return re.compile(rf"(?P<term>{first}\b{more})"), tail


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


def _words(text: str) -> Iterator[tuple[str, Span]]:
    low = spelled(text)
    for match in _WORD.finditer(low):
        yield match[0], Span(*match.span())


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
