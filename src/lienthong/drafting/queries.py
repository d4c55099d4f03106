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


class DraftQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> DraftQuerySet:
        """The drafts of the actor's office: a draft is the office's own business until it is issued."""
        if actor.position is None or actor.office is None or not actor.is_(*DRAFTERS):
            return self.none()
        return self.filter(office=actor.office)

    def waiting_first(self) -> DraftQuerySet:
        """Those that wait for a step, then those that are issued; within each the last changed first."""
        issued = models.Case(models.When(Q(state="issued"), then=1), default=0)
        return self.order_by(issued, "-changed_at", "-pk")
