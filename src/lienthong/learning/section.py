"""What the learning room shows on the public site."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.core.public import Found, PublicPage, PublicSection, Searched, register_section
from lienthong.learning.models import Lesson


def _pages(office_id: int) -> Iterator[PublicPage]:
    """Questions carry a number of their own for each reader, so their pages have no place here."""
    yield PublicPage(reverse("learning_all"))
    for lesson in Lesson.objects.public(office_id):
        yield PublicPage(reverse("learning_lesson", args=[lesson.pk]), lesson.approved_at)


def _public(office_id: int) -> "models.QuerySet[Any]":
    found: models.QuerySet[Any] = Lesson.objects.public(office_id)
    return found


def _show(lesson: Lesson) -> Found:
    return Found(lesson.title, reverse("learning_lesson", args=[lesson.pk]), f"{lesson.lead} {lesson.body}")


register_section(
    PublicSection(
        name="learning",
        title=_("Bình dân học vụ số"),
        url_name="learning_all",
        pages=_pages,
        searched=(Searched(Lesson, _("Bài học"), _public, _show),),
        shown=lambda office_id: Lesson.objects.public(office_id).exists(),
    )
)
