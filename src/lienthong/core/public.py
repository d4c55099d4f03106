"""The public side for rooms below the portal: whose address was asked for, what they show there, what changed.

A room registers a :class:`PublicSection` when it is loaded; the portal puts it into menu, sitemap, search, files and
first page. Its views stand under :func:`at_site` and its templates extend ``portal/base.html``. When something that the
public reads of it changes, an act calls :func:`changed`. The portal fills in how sites are found (:func:`answered_by`);
without one no address has a site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import StrOrPromise


class PublicSite(Protocol):
    """The open site of an office: what a room below may know of it."""

    office_id: int

    @property
    def office(self) -> Any:
        """The body whose site it is."""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """An address of a section. ``as_file``: the same for every reader, so it is also written as a file."""

    path: str
    changed_at: datetime | None = None
    as_file: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that the search shows; ``words`` are those in which the place found is marked."""

    title: str
    url: str
    words: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """Something of an office that the public can come to, not over yet. ``language``: of its words."""

    title: str
    url: str
    starts_at: datetime
    place: str = ""
    lead: str = ""
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Searched:
    """Things of ``model`` that ``core.search`` has indexed: which of an office are public, and how one is shown."""

    model: type[models.Model]
    label: StrOrPromise
    public: Callable[[int], models.QuerySet[Any]]
    show: Callable[[Any], Found]


@dataclass(frozen=True, slots=True)
class PublicSection:
    """What a room shows to the public.

    ``url_name``: its first address, for the menu. ``pages(office_id)``: every address of its own. ``block``: a template
    for the first page, with what ``block_context(office_id)`` gives; nothing is shown where that is empty.
    ``shown(office_id)``: False leaves it out of the menu of an office that has nothing there. ``coming(office_id)``:
    what the public can come to; when one is over, the pages that show it are written anew.
    """

    name: str
    title: StrOrPromise
    url_name: str
    pages: Callable[[int], Iterable[PublicPage]]
    searched: tuple[Searched, ...] = ()
    block: str = ""
    block_context: Callable[[int], Mapping[str, Any]] = field(default=lambda _office_id: {})
    shown: Callable[[int], bool] = field(default=lambda _office_id: True)
    coming: Callable[[int], Iterable[Coming]] = field(default=lambda _office_id: ())


_sections: dict[str, PublicSection] = {}
_sites: list[Callable[[HttpRequest], PublicSite | None]] = []
_places: list[Callable[[int, str], str]] = []
_listeners: list[Callable[[int], None]] = []
_invitations: list[Callable[[int], Iterable[Coming]]] = []


def register_section(section: PublicSection) -> None:
    """Called when a room is loaded; the menu keeps the order of the names of rooms in the settings."""
    _sections[section.name] = section


def sections(office_id: int) -> list[PublicSection]:
    """The sections that an office shows."""
    return [section for section in _sections.values() if section.shown(office_id)]


def answered_by(
    site_of: Callable[[HttpRequest], PublicSite | None],
    on_change: Callable[[int], None],
    place_of: Callable[[int, str], str],
    coming: Callable[[int], Iterable[Coming]],
) -> None:
    """Called once by the portal: how the open site of a request is found, who follows changes, where on the site of an
    office a thing stands that somebody put there, and what its own pages invite to.
    """
    _sites[:], _listeners[:], _places[:], _invitations[:] = [site_of], [on_change], [place_of], [coming]


def place_of(office_id: int, key: str) -> str:
    """The address, without the host, under which the public reads the thing called ``key``; "" while it reads none."""
    return next((place for find in _places if (place := find(office_id, key))), "")


def coming(office_id: int) -> list[Coming]:
    """Everything that the public of an office can come to, wherever it was written, the next first."""
    asked = [*_invitations, *(section.coming for section in _sections.values())]
    return sorted((each for invite in asked for each in invite(office_id)), key=lambda each: each.starts_at)


def changed(office_id: int) -> None:
    """What the public reads of an office changed. Inside the transaction of an act; files follow its commit."""
    for listen in _listeners:
        listen(office_id)


def site_at(request: HttpRequest) -> PublicSite | None:
    """The open site at the address that was asked for."""
    return next((site for find in _sites if (site := find(request)) is not None), None)


def at_site(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view ``(request, site, …)`` of an open site; 404 elsewhere. The frame is in the language that was chosen."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        site = site_at(request)
        if site is None:
            raise Http404
        speak(request)
        return view(request, site, *args, **kwargs)

    return answered


def speak(request: HttpRequest) -> None:
    """Vietnamese, or the language that the reader chose himself: what the browser prefers is not asked, so that pages
    from files and pages from the application are in one language.
    """
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    known = chosen in dict(settings.LANGUAGES)
    translation.activate(chosen if known else settings.LANGUAGE_CODE)
    request.LANGUAGE_CODE = translation.get_language()
