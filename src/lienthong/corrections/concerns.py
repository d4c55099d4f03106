"""What rooms above let a claim be about: a registered kind of thing with an opaque key, its title and its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lienthong.corrections.models import Concern


@dataclass(frozen=True, slots=True)
class ConcernSource:
    """``of_office(office_id)``: (key, title) of what may be chosen; ``url_of(key)``: where it is public, or ""."""

    concern: Concern
    of_office: Callable[[int], list[tuple[str, str]]]
    url_of: Callable[[str], str]


_sources: dict[str, ConcernSource] = {}


def register_concern(source: ConcernSource) -> None:
    """Called when a room above is loaded."""
    _sources[source.concern] = source


def choices_of(office_id: int) -> list[tuple[str, str]]:
    return [choice for source in _sources.values() for choice in source.of_office(office_id)]


def named(office_id: int, key: str) -> tuple[Concern, str] | None:
    """The kind and title of what ``key`` names, when the office offers it."""
    for source in _sources.values():
        for known, title in source.of_office(office_id):
            if known == key:
                return source.concern, title
    return None


def url_of(concern: str, key: str) -> str:
    """Where the public reads the thing; "" when it does not any more."""
    source = _sources.get(concern)
    return source.url_of(key) if source and key else ""
