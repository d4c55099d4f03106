"""Querysets of what was handed to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from lienthong.channels.core.models import Delivery

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor


class HandoverQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> HandoverQuerySet:
        """His own, and those of deliveries that he sees."""
        if actor.position is None:
            return self.none()
        seen = Delivery.objects.visible_to(actor)
        return self.filter(models.Q(position=actor.position) | models.Q(delivery__in=seen))
