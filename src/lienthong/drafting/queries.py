"""Querysets of drafts, named by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that write and read the drafts of their office; others see a document when it is issued.
DRAFTERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)


#: States from which nothing more is written.
_OVER = ("issued", "dropped")


class DraftQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> DraftQuerySet:
        """The drafts of the actor's office: a draft is the office's own business until it is issued."""
        if actor.position is None or actor.office is None or not actor.is_(*DRAFTERS):
            return self.none()
        return self.filter(office=actor.office)

    def under_way(self) -> DraftQuerySet:
        """Those that are neither issued nor dropped."""
        return self.exclude(state__in=_OVER)

    def waiting_first(self) -> DraftQuerySet:
        """Those that wait for a step, then those that are over; within each the last changed first."""
        over = models.Case(models.When(Q(state__in=_OVER), then=1), default=0)
        return self.order_by(over, "-changed_at", "-pk")
