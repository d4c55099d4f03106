"""What the room of activities shows on the public site."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.activities.models import OfficeEvent
from lienthong.activities.telling import told_of
from lienthong.core.public import Coming, Found, PublicPage, PublicSection, Searched, register_section


def _pages(office_id: int) -> Iterator[PublicPage]:
    """Forms are made for one reader and have no place here. An event that was called off keeps its address, but no
    search engine is led to it.
    """
    yield PublicPage(reverse("activities_all"))
    for event in OfficeEvent.objects.public(office_id):
        yield PublicPage(reverse("activities_one", args=[event.pk]), event.approved_at)


def _coming(office_id: int) -> Iterator[Coming]:
    for told in map(told_of, OfficeEvent.objects.public(office_id)):
        if told.open_for:
            url = reverse("activities_one", args=[told.event.pk])
            yield Coming(told.title, url, told.starts_at, told.place, told.about)


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
        coming=_coming,
        shown=lambda office_id: OfficeEvent.objects.public(office_id).exists(),
    )
)
