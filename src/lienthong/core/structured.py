"""What search engines and those who share a link read of a public page: JSON-LD in the words of schema.org."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from lienthong.core.public import PublicSite

_NEVER_IN_A_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def event_said(
    *, title: str, about: str, starts: datetime, ends: datetime, place: str, link: str, office: str, url: str,
    language: str = "vi", cancelled: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """An event: its way of attendance is at a place, by a link, or both; without either it is at the office."""
    mode = {(True, True): "Mixed", (False, True): "Online"}.get((bool(place), bool(link)), "Offline")
    places: list[dict[str, str]] = []
    if place or not link:
        places.append({"@type": "Place", "name": place or office, "address": place})
    if link:
        places.append({"@type": "VirtualLocation", "url": link})
    return {
        "@type": "Event",
        "name": title,
        "description": about,
        "inLanguage": language,
        "startDate": timezone.localtime(starts).isoformat(),
        "endDate": timezone.localtime(ends).isoformat(),
        "eventStatus": f"https://schema.org/{'EventCancelled' if cancelled else 'EventScheduled'}",
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": places,
        "organizer": {"@type": "GovernmentOrganization", "name": office},
        "url": url,
    }


def json_ld(said: Mapping[str, Any]) -> SafeString:
    """``said`` ready to stand in a script element: letters that could end it are written as JSON escapes."""
    whole = {"@context": "https://schema.org", **said}
    return mark_safe(json.dumps(whole, ensure_ascii=False).translate(_NEVER_IN_A_SCRIPT))  # noqa: S308


def office_of(site: PublicSite, request: HttpRequest) -> dict[str, str]:
    """The office of a site, as provider, publisher or organiser."""
    return {"@type": "GovernmentOrganization", "name": site.office.name, "url": request.build_absolute_uri("/")}


def head_of(request: HttpRequest, said: Mapping[str, Any]) -> dict[str, Any]:
    """For the context of a public page: its description and JSON-LD, of ``said`` with at least ``@type``, ``name`` and
    ``description``. What is empty is left out; the address is added.
    """
    filled = {key: value for key, value in said.items() if value not in ("", None, [], {})}
    return {
        "described": said.get("description", ""),
        "structured": json_ld({"url": request.build_absolute_uri(request.path)} | filled),
    }
