"""Querysets of the room of activities, named by what they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that prepare what the public is invited to, in the name of their office.
WRITERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)
#: Positions that work among people; they see what is public and count at the door.
HELPERS = (*WRITERS, Role.HAMLET_HEAD, Role.COMMUNICATOR)


class EventQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Writers see all of their office; who works among people sees those that the public was told of."""
        if actor.position is None or actor.office is None or not actor.is_(*HELPERS):
            return self.none()
        mine = self.filter(office=actor.office)
        return mine if actor.is_(*WRITERS) else mine.filter(published__isnull=False)

    def public(self, office_id: int) -> Self:
        """What was approved once and is not called off, the next ones first."""
        found = self.filter(office_id=office_id, published__isnull=False).exclude(state="cancelled")
        return found.order_by("starts_at", "pk")

    def coming(self) -> Self:
        return self.filter(ends_at__gt=timezone.now())

    def held_between(self, start: date, end: date) -> Self:
        """Those that figures count: held, with what proves it."""
        return self.filter(state="held", held_on__range=(start, end))


class OfEventQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """What hangs on an event is seen by who sees the event."""
        from lienthong.activities.models import OfficeEvent

        return self.filter(event__in=OfficeEvent.objects.visible_to(actor))


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Writers see all of their office; a hamlet sees who came to it, a team where it went."""
        if actor.position is None or actor.office is None or not actor.is_(*HELPERS):
            return self.none()
        mine = self.filter(office=actor.office)
        if actor.is_(*WRITERS):
            return mine
        return mine.filter(models.Q(hamlet__in=actor.body_ids) | models.Q(team__in=actor.body_ids))

    def between(self, start: date, end: date) -> Self:
        return self.filter(day__range=(start, end))

    def not_given(self) -> Self:
        """Those that are evidence of nothing yet: each is given once."""
        return self.filter(work=None)


class HelpQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from lienthong.activities.models import TeamVisit

        return self.filter(visit__in=TeamVisit.objects.visible_to(actor))

    def between(self, start: date, end: date) -> Self:
        return self.filter(visit__day__range=(start, end))
