"""Querysets of work items, named by what they hold."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Kinds that need the first step of somebody, whatever their due day is.
AT_ONCE = ("decide", "accept", "returned", "confirm", "extension", "check")


class WorkItemQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> WorkItemQuerySet:
        """What waits for this actor: for him by name, or for his body and role; and what he waits for."""
        if actor.position is None:
            return self.none()
        mine = Q(position=actor.position)
        ours = Q(position=None, body__in=actor.body_ids) & (Q(role="") | Q(role=actor.role))
        return self.filter(mine | ours | Q(asked_by=actor.position))

    def for_actor(self, actor: Actor) -> WorkItemQuerySet:
        """Like ``visible_to`` without what he only waits for."""
        if actor.position is None:
            return self.none()
        mine = Q(position=actor.position)
        ours = Q(position=None, body__in=actor.body_ids) & (Q(role="") | Q(role=actor.role))
        return self.filter(mine | ours)

    def open(self) -> WorkItemQuerySet:
        return self.filter(closed_at=None)

    def to_do_now(self, today: date) -> WorkItemQuerySet:
        return self.open().filter(Q(due__lte=today) | Q(kind__in=AT_ONCE) | Q(urgent=True))

    def this_week(self, today: date) -> WorkItemQuerySet:
        """Due within seven days and not already among ``to_do_now``, or without a due day."""
        later = Q(due__gt=today, due__lte=today + timedelta(days=7)) | Q(due=None)
        return self.open().filter(later).exclude(kind__in=AT_ONCE).exclude(urgent=True)

    def overdue(self, today: date) -> WorkItemQuerySet:
        return self.open().filter(due__lt=today)
