"""What the desk is proposed: a category by the words that are used, the unit that had such cases, cases alike.

Words say what a case is about, never whether it praises or blames; what no word decides is *không rõ*.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from django.db.models import Count, F, Max, QuerySet
from django.utils import timezone
from rapidfuzz import fuzz

from lienthong.core.text import search_fold
from lienthong.feedback.models import Category, FeedbackCase, Telling
from lienthong.organisations.service import Body

#: Cases of so many days back are looked at, at most so many of them.
_DAYS_ALIKE, _DAYS_RECURRING, _MOST = 60, 180, 500
#: Of 100, by rapidfuzz: as much must the words and the place of a duplicate agree, and the words of one question.
_SAME_WORDS, _SAME_PLACE, _SAME_QUESTION = 60, 80, 75
#: As much must the words alone agree where one of two cases names no place.
_SAME_WORDS_ALONE = 80
_SHOWN = 3
#: So many of one question, and a guide or a bulletin is proposed.
RECURRING = 10


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """Folded words with their category, the longest first."""
    lines = (Path(__file__).parent / "data" / "words.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    return tuple(sorted(((search_fold(word), code) for code, word in rows), key=lambda row: -len(row[0])))


def category_of(text: str) -> str:
    """The category with the most words in ``text``; *không rõ* for none, or for two that are level."""
    plain, found = f" {search_fold(text)} ", Counter[str]()
    for word, code in _words():
        if f" {word} " in plain:
            found[code] += 1
            # A word inside a longer one ("đường" in "đèn đường") counts once, for the longer.
            plain = plain.replace(f" {word} ", " | ")
    first = found.most_common(2)
    if not first or (len(first) == 2 and first[0][1] == first[1][1]):
        return Category.UNKNOWN
    return first[0][0]


def unit_for(office: Body, category: str) -> int | None:
    """The key of the unit that had most cases of a category, of two the one that answered last.

    What was forwarded outside shows only who forwarded it.
    """
    had = FeedbackCase.objects.filter(office=office, category=category, forwardings=None).exclude(unit=None)
    counted = had.values("unit").annotate(n=Count("pk"), last=Max("answered_on"))
    most = counted.order_by("-n", F("last").desc(nulls_last=True), "unit").first()
    return most["unit"] if most and category != Category.UNKNOWN else None


_LAW = ("to cao", "don to cao", "khieu nai", "don khieu nai")


def may_be_complaint(text: str) -> bool:
    """True when the words of the Law on Complaints or the Law on Denunciations are used; a person decides."""
    plain = f" {search_fold(text)} "
    return any(f" {words} " in plain for words in _LAW)


@dataclass(frozen=True, slots=True)
class Alike:
    case: FeedbackCase
    percent: int


def _recent(case: FeedbackCase, days: int) -> QuerySet[Telling]:
    since = timezone.now() - timedelta(days=days)
    found = Telling.objects.filter(case__office=case.office_id, case__received_at__gt=since).exclude(case=case.pk)
    return found.exclude(case__state__in=("merged", "closed")).select_related("case").order_by("-case__received_at")


def alike(case: FeedbackCase) -> list[Alike]:
    """Cases that are probably the same, the likest first: about the same place in much the same words, or in nearly
    the same words where one of them names no place.
    """
    if not hasattr(case, "telling"):
        return []
    mine, place = search_fold(case.telling.what), search_fold(case.telling.where)
    found = []
    for other in _recent(case, _DAYS_ALIKE)[:_MOST]:
        there, what = search_fold(other.where), search_fold(other.what)
        if place and there:
            near, likeness = fuzz.token_set_ratio(place, there) >= _SAME_PLACE, fuzz.token_set_ratio(mine, what)
        elif case.hamlet_id and other.case.hamlet_id:
            near, likeness = case.hamlet_id == other.case.hamlet_id, fuzz.token_set_ratio(mine, what)
        else:
            likeness = fuzz.token_sort_ratio(mine, what)
            near = likeness >= _SAME_WORDS_ALONE
        if near and likeness >= _SAME_WORDS:
            found.append(Alike(other.case, round(likeness)))
    return sorted(found, key=lambda one: -one.percent)[:_SHOWN]


def same_question(case: FeedbackCase) -> list[FeedbackCase]:
    """Cases that ask the same wherever they are about, this one not among them."""
    mine = search_fold(case.telling.what)
    others = _recent(case, _DAYS_RECURRING)[:_MOST]
    return [
        other.case
        for other in others
        if fuzz.token_sort_ratio(mine, search_fold(other.what), score_cutoff=_SAME_QUESTION)
    ]
