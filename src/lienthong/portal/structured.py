"""What search engines read of a page, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from lienthong.core.structured import event_said, json_ld, office_of

if TYPE_CHECKING:
    from lienthong.portal.models import ArticlePage, ContentPage, EventPage, GuidePage, HomePage, Portal, PublicDocument


def said_of(page: ContentPage, portal: Portal | None, request: HttpRequest) -> SafeString:
    """JSON-LD of a page, ready to stand in a script element; "" for a kind that schema.org has no word for."""
    say = _KINDS.get(str(page._meta.model_name))
    if say is None or portal is None:
        return SafeString("")
    return json_ld(say(page, portal, request))


def _article(page: ArticlePage, portal: Portal, request: HttpRequest) -> dict[str, Any]:
    return _common(page, request) | {
        "@type": "NewsArticle",
        "headline": page.title[:110],
        "datePublished": page.day.isoformat(),
        "dateModified": (page.last_published_at or timezone.now()).isoformat(),
        "mainEntityOfPage": _address(page, request),
        "publisher": office_of(portal, request),
    }


def _event(page: EventPage, portal: Portal, request: HttpRequest) -> dict[str, Any]:
    starts = page.starts_at or timezone.now()
    return _common(page, request) | event_said(
        title=page.title, about=page.lead, starts=starts, ends=page.ends_at or starts, place=page.place, link=page.link,
        office=portal.office.name, url=_address(page, request), language=page.language,
    )  # fmt: skip


def _guide(page: GuidePage, portal: Portal, request: HttpRequest) -> dict[str, Any]:
    return _common(page, request) | {
        "@type": "HowTo",
        "name": page.title,
        "supply": [{"@type": "HowToSupply", "name": line} for line in page.paper_lines],
        "step": [{"@type": "HowToStep", "text": line} for line in page.step_lines],
    }


def _home(page: HomePage, portal: Portal, request: HttpRequest) -> dict[str, Any]:
    said: dict[str, Any] = office_of(portal, request)
    filled = {"address": portal.address, "telephone": portal.phone, "email": portal.email}
    said |= {name: value for name, value in filled.items() if value}
    lines = [{"@type": "ContactPoint", "contactType": name, "telephone": number} for name, number in portal.lines]
    return said | ({"contactPoint": lines} if lines else {})


def document_said(published: PublicDocument, portal: Portal, request: HttpRequest) -> dict[str, Any]:
    """A public document: a plan, a report or a decision, which is no law, with the file that is given out."""
    document = published.document
    address = request.build_absolute_uri(reverse("portal_document_file", args=[published.pk, published.file_name]))
    return {
        "@type": "DigitalDocument",
        "name": document.title,
        "description": document.subject,
        "identifier": document.number,
        "inLanguage": "vi",
        # Of some only the year or the month is known; schema.org takes ISO 8601, which knows those.
        "datePublished": document.dated,
        "author": {"@type": "GovernmentOrganization", "name": document.issuer} if document.issuer else "",
        "publisher": office_of(portal, request),
        "encoding": {"@type": "MediaObject", "contentUrl": address, "encodingFormat": published.file.content_type},
    }


def _common(page: ContentPage, request: HttpRequest) -> dict[str, Any]:
    said: dict[str, Any] = {"description": page.lead, "inLanguage": page.language}
    if page.picture:
        said["image"] = request.build_absolute_uri(reverse("portal_picture", args=[page.picture.pk]))
    return said


def _address(page: ContentPage, request: HttpRequest) -> str:
    return request.build_absolute_uri(page.get_url(request) or "/")


_KINDS: dict[str, Callable[..., dict[str, Any]]] = {
    "homepage": _home,
    "articlepage": _article,
    "noticepage": _article,
    "exemplarpage": _article,
    "eventpage": _event,
    "guidepage": _guide,
}
