"""What a printed name means: "P. VHXH", "Phòng Văn hoá – Xã hội xã Minh Hòa" and "Phòng VH-XH" are one body.

Names are compared folded, as words. A printed word may be the first letters of several words of the name, so most
abbreviations need no list; those that offices write into their own names are spelled out on both sides. The tail that
says where a body belongs ("xã Minh Hòa") may be there or not. Only a name that agrees word by word is ever chosen, and
only when no other body is as near; whatever is merely similar is offered.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.db.models import Prefetch, Q
from rapidfuzz import fuzz

from lienthong.core.text import search_fold
from lienthong.organisations.models import Body, Group

Target = Body | Group
Words = tuple[str, ...]

EXACT, ABBREVIATED, SUCCEEDED = 1.0, 0.97, 0.93
#: The best that a merely similar name can get; below what is ever chosen.
SIMILAR = 0.85
CHOSEN_FROM = 0.9
#: How far the best must be ahead of the next to be chosen.
MARGIN = 0.02
OFFERED_FROM = 0.5
MOST_CANDIDATES = 6

_LEVELS = ("xa", "phuong", "dac khu", "tinh", "thanh pho", "thi tran", "huyen", "quan")
#: Single letters are too little to go by, but for the words that offices do abbreviate so.
_SINGLE = {"p": "phong", "x": "xa", "t": "tinh", "b": "ban", "s": "so", "h": "huyen"}
#: Abbreviations with one meaning in every office.
_SPELLED_OUT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "vn": "viet nam",
    "bcd": "ban chi dao",
    "bql": "ban quan ly",
    "cds": "chuyen doi so",
    "hcc": "hanh chinh cong",
    "tdp": "to dan pho",
    "kdc": "khu dan cu",
}
_LINKING = frozenset({"va", "cua", "thuoc", "truc"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body or group that a printed name may mean; ``score`` from 0 to 1."""

    target: Target
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """``target`` is None unless one candidate agrees word by word and is clearly ahead of the others."""

    target: Target | None
    score: float
    candidates: list[Candidate] = field(default_factory=list)


def match_name(printed: str, *, office: Body, day: date) -> Match:
    """What ``printed`` means in a document that ``office`` handles on ``day``.

    Looked at are the office's own bodies, groups and committees, the bodies above it and what stands beside it. For
    many names use one :class:`NameIndex`.
    """
    return NameIndex(office, day).match(printed)


class NameIndex:
    """The names that an office may mean on a day, read from the database once."""

    def __init__(self, office: Body, day: date) -> None:
        self._entries = [*_body_entries(office, day), *_group_entries(office)]

    def match(self, printed: str) -> Match:
        words = words_of(printed)
        if not words:
            return Match(None, 0.0)
        best: dict[Target, float] = {}
        for entry in self._entries:
            score = entry.score(words)
            if score >= OFFERED_FROM:
                for target in entry.targets:
                    best[target] = max(best.get(target, 0.0), score)
        ranked = sorted((Candidate(target, score) for target, score in best.items()), key=_rank)[:MOST_CANDIDATES]
        if not ranked:
            return Match(None, 0.0)
        first = ranked[0]
        ahead = len(ranked) == 1 or first.score - ranked[1].score >= MARGIN
        chosen = first.target if first.score >= CHOSEN_FROM and ahead else None
        return Match(chosen, first.score, ranked)


def words_of(name: str) -> Words:
    """The words that count: folded, without linking words, numbers without leading zeros."""
    words = " ".join(_SPELLED_OUT.get(word, word) for word in search_fold(name).split()).split()
    return tuple(word.lstrip("0") or "0" if word.isdigit() else word for word in words if word not in _LINKING)


@lru_cache(maxsize=20_000)
def agree(printed: Words, name: Words) -> bool:
    """True when the words agree one by one, where a printed word may be the first letters of words of the name.

    Not the other way: "Phòng Khoa học" would then be any office that calls itself "Phòng KH".
    """
    if not printed or not name:
        return not printed and not name
    if printed[0] == name[0] and agree(printed[1:], name[1:]):
        return True
    return any(agree(printed[1:], rest) for rest in _after_letters(printed[0], name))


def _after_letters(short: str, words: Words) -> Iterator[Words]:
    """What is left of ``words`` after those for which ``short`` may stand."""
    if _SINGLE.get(short) == words[0]:
        yield words[1:]
    count = len(short)
    if 1 < count <= len(words) and all(word[0] == letter for word, letter in zip(words, short, strict=False)):
        yield words[count:]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of ``targets``; ``tails`` are the words at its end that may be left out."""

    targets: tuple[Target, ...]
    words: Words
    tails: tuple[Words, ...]
    most: float = EXACT

    def score(self, printed: Words) -> float:
        pairs = [(a, b) for a in self._forms(printed) for b in self._forms(self.words)]
        if any(a == b for a, b in pairs):
            return self.most
        if any(agree(a, b) for a, b in pairs):
            return min(self.most, ABBREVIATED)
        return max(_similar(a, b) for a, b in pairs)

    def _forms(self, words: Words) -> list[Words]:
        forms = [words]
        for tail in self.tails:
            if len(words) > len(tail) and words[-len(tail) :] == tail:
                forms.append(words[: -len(tail)])
        return forms


def _similar(a: Words, b: Words) -> float:
    if [word for word in a if word.isdigit()] != [word for word in b if word.isdigit()]:
        return 0.0
    return SIMILAR * fuzz.ratio(" ".join(a), " ".join(b)) / 100


def _rank(candidate: Candidate) -> tuple[float, str]:
    return -candidate.score, candidate.target.sort


def _body_entries(office: Body, day: date) -> Iterator[_Entry]:
    above = [pk for pk in office.ancestor_ids if pk != office.pk]
    near = Q(office=office) | Q(pk__in=above) | Q(parent__in=above)
    if office.place:
        near |= Q(place=office.place)
    successors = Prefetch("successors", Body.objects.valid_on(day))
    bodies = {body.pk: body for body in Body.objects.filter(near).prefetch_related("names", successors)}
    for body in bodies.values():
        if body.place and (body.pk in above or body.place == office.place):
            # "UBND xã" is the office; "UBND" alone could be that of any level.
            tails = _place_tails(body)
        elif body.office_id == office.pk:
            tails = _tails(office)
        else:
            parent = bodies.get(body.parent_id or 0)
            tails = _tails(parent) if parent else ()
        yield from _entries_of(body, tails, day)


def _entries_of(body: Body, tails: tuple[Words, ...], day: date) -> Iterator[_Entry]:
    names = [body.name, body.short_name, *(alias.name for alias in body.names.all())]
    if body.valid_on(day):
        targets: tuple[Body, ...] = (body,)
        most = EXACT
    else:
        targets = tuple(body.successors.all())
        most = SUCCEEDED if len(targets) == 1 else SIMILAR
    if targets:
        for words in {words_of(name) for name in names} - {()}:
            yield _Entry(targets, words, tails, most)


def _group_entries(office: Body) -> Iterable[_Entry]:
    return [_Entry((group,), words_of(group.name), ()) for group in office.groups.all()]


def _place_tails(body: Body) -> tuple[Words, ...]:
    return tuple(words for words in (words_of(body.place),) if words)


def _tails(body: Body) -> tuple[Words, ...]:
    """Of "Ủy ban nhân dân xã Minh Hòa" with the place Minh Hòa: "xa minh hoa", "minh hoa" and "xa"."""
    place = words_of(body.place)
    if not place:
        return ()
    found = re.search(rf"\b({'|'.join(_LEVELS)}) {' '.join(place)}$", " ".join(words_of(body.name)))
    level = tuple(found[1].split()) if found else ()
    return tuple(tail for tail in (level + place, place, level) if tail)
