"""Pages that say what was approved in another room: under which reference, in which version, with which files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from lienthong.corrections.service import Correction, notes_of
from lienthong.portal.models.site import Picture, Portal
from lienthong.portal.models.standing import PageState


@dataclass(frozen=True, slots=True)
class ToldNote:
    """What the public is told of one correction: when it first read it, and its numbered note, once there is one."""

    day: date
    text: str
    numbered: Correction | None = None


class ReleasedPage(models.Model):
    """One page for one thing of one place of release, whatever version of it is out.

    ``thing`` is the opaque name under which there is never a second page. ``reference`` names the message that the page
    says now. ``notes``: what was corrected, as {"version", "day", "text"}, the oldest first.
    """

    portal = models.ForeignKey(Portal, models.PROTECT, related_name="released")
    standing = models.OneToOneField(PageState, models.CASCADE, related_name="released")
    thing = models.CharField(max_length=150)
    reference = models.CharField(max_length=40, unique=True)
    version = models.PositiveIntegerField(default=1)
    notes: Any = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["portal", "thing"], name="portal_released_once")]

    @property
    def corrections(self) -> list[ToldNote]:
        """What was corrected, the newest first, each with its numbered note."""
        numbered = notes_of(self.thing.partition(":")[2])
        return [
            ToldNote(date.fromisoformat(one["day"]), one["text"], numbered.get(one["version"]))
            for one in reversed(self.notes)
        ]

    @cached_property
    def shown(self) -> list[ReleasedFile]:
        """Its files in their order."""
        return list(self.files.select_related("picture"))


class ReleasedFile(models.Model):
    """A picture, sound or film of such a page, as it was approved. A new version of the page has rows of its own."""

    class Kind(models.TextChoices):
        PICTURE = "picture", _("Ảnh")
        SOUND = "sound", _("Âm thanh")
        FILM = "film", _("Video")

    page = models.ForeignKey(ReleasedPage, models.CASCADE, related_name="files")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=7, choices=Kind)
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, related_name="+")
    file = models.FileField(max_length=300)
    sha256 = models.CharField(max_length=64)
    content_type = models.CharField(max_length=60)
    alt = models.CharField(max_length=300)
    credit = models.CharField(max_length=150, blank=True)
    rights = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["order"]

    @property
    def name(self) -> str:
        """The last part of its address: what one does with it, and the ending of its kind."""
        ending = {"audio/mpeg": "mp3", "audio/mp4": "m4a"}.get(self.content_type, "mp4")
        return f"{'nghe' if self.kind == self.Kind.SOUND else 'xem'}.{ending}"

    @property
    def url(self) -> str:
        return reverse("portal_released_file", args=[self.pk, self.name])
