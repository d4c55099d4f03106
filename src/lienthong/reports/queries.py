"""Querysets of reports and obligations, named by what they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from lienthong.organisations.models import Body, Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

REPORT_READERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.READER, Role.UNIT_HEAD)


class ReportQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> ReportQuerySet:
        """An office's own reports; a supervisor sees those frozen below his body."""
        if actor.position is None:
            return self.none()
        if actor.is_(*REPORT_READERS):
            return self.filter(office=actor.office)
        if actor.is_(Role.SUPERVISOR):
            return self.filter(state="frozen", office__in=Body.objects.under(actor.position.body))
        return self.none()


class ObligationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> ObligationQuerySet:
        if actor.position is None or not actor.is_(*REPORT_READERS):
            return self.none()
        return self.filter(office=actor.office)

    def valid_on(self, day: date) -> ObligationQuerySet:
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)
