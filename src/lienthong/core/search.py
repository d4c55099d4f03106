"""Search over folded words, the same on SQLite (FTS5) and PostgreSQL (tsvector, simple).

The text is folded before it is stored and the query before it is asked, so "chuyen doi so" finds "chuyển đổi số" and
"82/KH-UBND" is three words that stand together. The index itself is made in migration 0002, per database.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, models
from django.db.models.expressions import RawSQL

from lienthong.core.keys import key_of
from lienthong.core.models import SearchEntry
from lienthong.core.text import search_fold


def index(thing: models.Model, *, number: str, words: str) -> None:
    """Store what ``thing`` is found by; again when it changes."""
    SearchEntry.objects.update_or_create(
        key=key_of(thing),
        defaults={
            "model": thing._meta.label_lower,
            "object_id": thing.pk,
            "number": search_fold(number),
            "words": search_fold(f"{number} {words}"),
        },
    )


def forget(thing: models.Model) -> None:
    """Take ``thing`` out of the index."""
    SearchEntry.objects.filter(key=key_of(thing)).delete()


def matches(model: type[models.Model], query: str) -> models.QuerySet[SearchEntry, Any]:
    """The ids of things of ``model`` that hold every word of ``query``; for ``pk__in``. Empty for an empty query."""
    return holding(model, [[word] for word in search_fold(query).split()])


def holding(model: type[models.Model], words: Sequence[Sequence[str]]) -> models.QuerySet[SearchEntry, Any]:
    """As :func:`matches`, of folded words: every one in one of its spellings."""
    entries = SearchEntry.objects.filter(model=model._meta.label_lower)
    if not words:
        return entries.none().values("object_id")
    if connection.vendor == "postgresql":
        asked = _asked(words, "{}:*", " | ", " & ")
        ids = RawSQL(
            "SELECT id FROM core_searchentry WHERE to_tsvector('simple', words) @@ to_tsquery('simple', %s)", [asked]
        )
    else:
        asked = _asked(words, '"{}"*', " OR ", " AND ")
        ids = RawSQL("SELECT rowid FROM core_searchindex WHERE core_searchindex MATCH %s", [asked])
    return entries.filter(pk__in=ids).values("object_id")


def _asked(words: Sequence[Sequence[str]], one: str, either: str, both: str) -> str:
    """The question in the words of a database: ``one`` spelling, ``either`` of some, ``both`` of some."""
    return both.join(f"({either.join(one.format(spelling) for spelling in spellings)})" for spellings in words)


def words_of(model: type[models.Model], ids: models.QuerySet[Any, Any]) -> Iterator[str]:
    """The folded words that things of ``model`` are found by, thing by thing."""
    entries = SearchEntry.objects.filter(model=model._meta.label_lower, object_id__in=ids)
    yield from entries.values_list("words", flat=True).iterator()
