"""Querysets of nominations, named by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from lienthong.organisations.models import Body, Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that read what their office proposes to commend.
READERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.READER, Role.UNIT_HEAD, Role.MEMBER)


class NominationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> NominationQuerySet:
        """The office's staff; a hamlet what it wrote or is proposed for; a supervisor what was agreed below him."""
        if actor.position is None:
            return self.none()
        if actor.is_(*READERS):
            return self.filter(office=actor.office)
        if actor.is_(Role.SUPERVISOR):
            return self.filter(office__in=Body.objects.supervised_by(actor), state="agreed")
        if actor.is_(Role.ADMINISTRATOR):
            return self.none()
        return self.filter(Q(body__in=actor.body_ids) | Q(created_by__body__in=actor.body_ids))

    def agreed(self) -> NominationQuerySet:
        return self.filter(state="agreed")
