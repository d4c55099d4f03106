"""What the room of activities shows on the public site."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.activities.models import OfficeEvent
from lienthong.core.public import Found, PublicPage, PublicSection, Searched, register_section


def _pages(office_id: int) -> Iterator[PublicPage]:
    """The list changes by itself as time goes, and forms are made for one reader; only events are files."""
    yield PublicPage(reverse("activities_all"), as_file=False)
    for event in OfficeEvent.objects.public(office_id):
        yield PublicPage(reverse("activities_one", args=[event.pk]), event.approved_at, as_file=False)


def _public(office_id: int) -> "models.QuerySet[Any]":
    found: models.QuerySet[Any] = OfficeEvent.objects.public(office_id)
    return found


def _show(event: OfficeEvent) -> Found:
    words = event.published
    return Found(words["title"], reverse("activities_one", args=[event.pk]), f"{words['about']} {words['place']}")


register_section(
    PublicSection(
        name="activities",
        title=_("Sự kiện"),
        url_name="activities_all",
        pages=_pages,
        searched=(Searched(OfficeEvent, _("Sự kiện"), _public, _show),),
        shown=lambda office_id: OfficeEvent.objects.public(office_id).exists(),
    )
)
