"""Querysets of the loudspeaker's things: all of them are of one office, and its working positions see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that see the desk of their office.
LISTENERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)


class StationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> StationQuerySet:
        """The station of the actor's office."""
        if actor.position is None or actor.office is None or not actor.is_(*LISTENERS):
            return self.none()
        return self.filter(office=actor.office)


class StationThingQuerySet(models.QuerySet):
    """What hangs on a station; which of the named sets a model has follows from its fields."""

    def visible_to(self, actor: Actor) -> StationThingQuerySet:
        from lienthong.channels.contrib.loudspeaker.models import Station

        return self.filter(station__in=Station.objects.visible_to(actor))

    def current(self) -> StationThingQuerySet:
        """Slots and columns that were not ended."""
        return self.filter(ended_at=None)

    def in_use(self) -> StationThingQuerySet:
        """Devices that were not taken down."""
        return self.filter(retired_at=None)

    def on_duty(self, day: date | None = None) -> StationThingQuerySet:
        """Turns of a duty list on ``day`` (today)."""
        day = day or timezone.localdate()
        begun = Q(valid_from=None) | Q(valid_from__lte=day)
        return self.filter(begun, Q(valid_to=None) | Q(valid_to__gte=day))
