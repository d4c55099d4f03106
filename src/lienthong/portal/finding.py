"""Search on the public side: pages, issued documents and what rooms below let be found, also with a typing slip."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from rapidfuzz import process
from rapidfuzz.distance import OSA

from lienthong.core import search
from lienthong.core.public import Found, Searched
from lienthong.core.richtext import text_of
from lienthong.core.text import search_fold
from lienthong.portal.models import ContentPage, PageState, Portal, PublicDocument

#: Letters and words of a question that are looked at, and things of one kind that are shown; a page holds 20.
MOST_LETTERS, MOST_WORDS, MOST_FOUND = 100, 10, 100
#: Words before and after the first that was found.
_AROUND = 12
#: Shorter syllables are other syllables after one slip, so they are mended only when nothing else helps.
_SHORTEST = 4
#: How many spellings of one mistyped word are tried; of a short one more, as all the others must be there too.
_SPELLINGS, _SHORT_SPELLINGS = 3, 12
#: A syllable as Vietnamese writes them, without marks. One that the site does not know is another word, not a slip.
_SYLLABLE = re.compile(r"(?:ngh?|nh|[cgkpt]h|tr|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
#: With fewer words beside it a short one is never mended nor left out: anything would be found.
_ENOUGH = 2

#: A question as it is asked: each word in the spellings that count for it.
Words = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found, with what the reader sees of it: the words that were looked for marked."""

    label: str
    url: str
    title: SafeString
    words: SafeString
    day: str


@dataclass(frozen=True, slots=True)
class Answer:
    """``slip``: nothing holds what was typed; the hits hold words that are nearly so."""

    hits: list[Hit]
    slip: bool


def find(portal: Portal, query: str) -> Answer:
    """What of a site holds every word of ``query``, with or without marks, titles and numbers first."""
    words = [[word] for word in search_fold(query[:MOST_LETTERS]).split()[:MOST_WORDS]]
    hits = _hits(portal, words)
    if hits or not words:
        return Answer(hits, slip=False)
    known = vocabulary(portal.pk, portal.version)
    mended = [_spellings(word, known) for word, *_rest in words]
    tried = [*([mended] if mended != words else []), *_relaxed(mended, known)]
    found = next(filter(None, (_hits(portal, each) for each in tried)), [])
    return Answer(found, slip=bool(found))


def searched(portal: Portal) -> list[Searched]:
    """Every kind of thing that is found on a site."""
    own = [
        Searched(
            PageState,
            pgettext_lazy("trang web", "Trang"),
            _pages,
            lambda standing: _shown_page(portal, standing.page.specific),
        ),
        Searched(PublicDocument, _("Văn bản"), PublicDocument.objects.of_site, _shown_document),
    ]
    return own + [each for section in portal.sections for each in section.searched]


def marked(text: str, words: Words) -> SafeString:
    """``text`` with each word that begins as one of ``words`` in ``<mark>``."""
    return _joined(_hit_or_not(text.split(), words))


def around(text: str, words: Words) -> SafeString:
    """Some words before and after the first that was found, the found ones marked."""
    parts = _hit_or_not(text.split(), words)
    first = next((place for place, (_word, hit) in enumerate(parts) if hit), 0)
    start = max(0, first - _AROUND)
    return format_html("{}{}", "… " if start else "", _joined(parts[start : first + 3 * _AROUND]))


def _hits(portal: Portal, words: Words) -> list[Hit]:
    found: list[tuple[int, Hit]] = []
    for kind in searched(portal):
        ids = search.holding(kind.model, words)
        for thing in kind.public(portal.office_id).filter(pk__in=ids)[:MOST_FOUND]:
            shown = kind.show(thing)
            found.append((_weight(shown, words), _hit(str(kind.label), shown, words)))
    # Sorting keeps the order of each kind among those of one weight.
    return [hit for _weight, hit in sorted(found, key=lambda each: -each[0])]


def _hit(label: str, shown: Found, words: Words) -> Hit:
    return Hit(label, shown.url, marked(shown.title, words), around(shown.words, words), shown.day)


def _weight(shown: Found, words: Words) -> int:
    """How many of the words stand in the title."""
    title = search_fold(shown.title).split()
    return sum(any(part.startswith(tuple(spellings)) for part in title) for spellings in words)


def _spellings(word: str, known: Counter[str]) -> list[str]:
    """The word itself where the site knows one that begins so, else the known words that are a slip away."""
    if len(word) < _SHORTEST or _is_known(word, known):
        return [word]
    return _near(word, known, slips=1 if len(word) < 6 else 2)[:_SPELLINGS] or [word]


def _relaxed(words: list[list[str]], known: Counter[str]) -> Iterator[list[list[str]]]:
    """The question with one short word that is no syllable mended, then with that word left out. A slip hardly ever
    takes the first letter.
    """
    if len(words) <= _ENOUGH:
        return
    strange = [n for n, (word, *_rest) in enumerate(words) if _is_broken(word, known)]
    for n in strange:
        word = words[n][0]
        near = _near(word, Counter({each: count for each, count in known.items() if each[0] == word[0]}), slips=1)
        yield [*words[:n], near[:_SHORT_SPELLINGS], *words[n + 1 :]] if near else words
    for n in strange:
        yield [*words[:n], *words[n + 1 :]]


def _is_broken(word: str, known: Counter[str]) -> bool:
    return len(word) < _SHORTEST and not _SYLLABLE.fullmatch(word) and not _is_known(word, known)


def _is_known(word: str, known: Counter[str]) -> bool:
    return word.isdigit() or any(each.startswith(word) for each in known)


def _near(word: str, known: Counter[str], *, slips: int) -> list[str]:
    """Known words that are at most so many slips away, the nearest and most frequent first."""
    near = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=20)
    ordered = sorted(near, key=lambda each: (each[1], -known[each[0]]))
    return [spelling for spelling, *_rest in ordered]


@lru_cache(maxsize=8)
def vocabulary(portal_pk: int, version: int) -> Counter[str]:
    """How often each word of a site stands on it; anew with each ``version``."""
    portal = Portal.objects.select_related("site__root_page").get(pk=portal_pk)
    counted: Counter[str] = Counter()
    for kind in searched(portal):
        for words in search.words_of(kind.model, kind.public(portal.office_id).values("pk")):
            counted.update(word for word in words.split() if not word.isdigit() and len(word) > 1)
    return counted


def _pages(office_id: int) -> QuerySet[PageState]:
    return PageState.objects.filter(office=office_id, page__live=True).select_related("page")


def _shown_page(portal: Portal, page: ContentPage) -> Found:
    more = (getattr(page, name, "") for name in ("place", "doer", "result", "papers", "steps"))
    return Found(
        title=page.title, url=portal.place_of(page),
        words=" ".join(filter(None, (page.lead, *more, text_of(page.body)))),
        day=f"{page.day:%d/%m/%Y}" if hasattr(page, "day") else "",
    )  # fmt: skip


def _shown_document(published: PublicDocument) -> Found:
    return Found(published.document.title, published.get_absolute_url(), published.document.subject, published.day)


def _hit_or_not(printed: list[str], words: Words) -> list[tuple[str, bool]]:
    wanted = tuple(spelling for spellings in words for spelling in spellings)
    return [(word, any(part.startswith(wanted) for part in search_fold(word).split())) for word in printed]


def _joined(parts: list[tuple[str, bool]]) -> SafeString:
    shown = (format_html("<mark>{}</mark>" if hit else "{}", word) for word, hit in parts)
    return format_html_join(" ", "{}", ((part,) for part in shown))
