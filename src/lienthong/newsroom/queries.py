"""Querysets of the newsroom, named by what they hold."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that make products in the name of their office.
MAKERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)
#: Positions for whom talking points are written: they read those that were let out.
SPEAKERS = (Role.HAMLET_HEAD, Role.COMMUNICATOR)
OUT = ("released", "corrected")


class _OfOffice(models.QuerySet):
    #: Where the office stands, seen from the row.
    _office = "office"

    def visible_to(self, actor: Actor) -> Self:
        """What belongs to the actor's office."""
        if actor.position is None or actor.office is None or not actor.is_(*MAKERS):
            return self.none()
        return self.filter(**{self._office: actor.office})


class ProductQuerySet(_OfOffice):
    def visible_to(self, actor: Actor) -> Self:
        """The products of the actor's office; for who speaks in hamlets the talking points that were let out."""
        if actor.position is not None and actor.office is not None and actor.is_(*SPEAKERS):
            return self.filter(office=actor.office, kind="talking", state__in=OUT)
        return super().visible_to(actor)

    def out(self) -> Self:
        """What the public has: let out and not withdrawn. While a correction is written the old text stays out."""
        return self.exclude(released=None).exclude(state="withdrawn")

    def unfinished(self) -> Self:
        return self.filter(state__in=("draft", "returned", "review", "approved", "scheduled"))

    def in_month(self, first: date, last: date) -> Self:
        """Due, planned or let out between two days."""
        return self.filter(
            Q(due__range=(first, last)) | Q(due_at__date__range=(first, last))
            | Q(released_at__date__range=(first, last))
        )  # fmt: skip


class ProductVersionQuerySet(_OfOffice):
    _office = "product__office"


class ColumnQuerySet(_OfOffice):
    def running(self) -> Self:
        return self.filter(ended_at=None)


class ReleaseQuerySet(_OfOffice):
    """Timed releases."""


class MediaFileQuerySet(_OfOffice):
    """Files of products."""


class UploadQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Only who began it goes on with it, in whichever of his positions."""
        return self.filter(by__user=actor.user) if actor.is_(*MAKERS) else self.none()

    def left_behind(self, before: datetime) -> Self:
        """Nothing arrived since ``before``."""
        return self.filter(touched_at__lt=before)
