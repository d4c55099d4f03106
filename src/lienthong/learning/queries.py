"""Querysets of the learning room, named by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that write lessons for the public in the name of their office.
WRITERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)
#: Positions that hold lessons among people; they see what is public and enter what came of it.
HOLDERS = (*WRITERS, Role.HAMLET_HEAD, Role.COMMUNICATOR)


class OfficeQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """What belongs to the actor's office, for those who write."""
        if actor.position is None or actor.office is None or not actor.is_(*WRITERS):
            return self.none()
        return self.filter(office=actor.office)


class LessonQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Writers see all of their office; who holds lessons sees those that are public."""
        if actor.position is None or actor.office is None or not actor.is_(*HOLDERS):
            return self.none()
        mine = self.filter(office=actor.office)
        return mine if actor.is_(*WRITERS) else mine.filter(state="approved")

    def public(self, office_id: int) -> Self:
        return self.filter(office_id=office_id, state="approved").order_by("pk")


class ResultQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Counts of the office's lessons."""
        if actor.position is None or actor.office is None or not actor.is_(*HOLDERS):
            return self.none()
        return self.filter(lesson__office=actor.office)
