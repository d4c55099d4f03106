"""Querysets of committees and their meetings, named by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions of the office that keep the papers of its committees.
SECRETARIES = (Role.CLERK, Role.COORDINATOR, Role.LEADER)


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> MeetingQuerySet:
        """Its committee's members, who was invited or stands in, and the office's secretaries and leaders."""
        from lienthong.committees.models import Invitee

        if actor.position is None:
            return self.none()
        asked = Invitee.objects.filter(meeting=OuterRef("pk")).filter(
            Q(position=actor.position) | Q(stand_in=actor.position)
        )
        own = Q(committee__in=actor.body_ids) | Q(Exists(asked))
        if actor.is_(*SECRETARIES):
            own = own | Q(committee__office=actor.office)
        return self.filter(own)
