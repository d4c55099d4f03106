"""Querysets of case files and exports, named by what they hold."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from lienthong.organisations.models import Body, Role
from lienthong.plans.models import Plan
from lienthong.registry.models import OfficialDocument
from lienthong.reports.models import Report

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that make and read the case files of their office; the law makes whoever does the work file it (Điều 29).
FILERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)
CASE_READERS = (*FILERS, Role.READER, Role.SUPERVISOR)


def _about_what_is_seen(actor: Actor) -> Q:
    """That the reader may see the plan, document or report itself."""
    return (
        Q(plan__in=Plan.objects.visible_to(actor))
        | Q(document__in=OfficialDocument.objects.visible_to(actor))
        | Q(report__in=Report.objects.visible_to(actor))
    )


class CaseFileQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> CaseFileQuerySet:
        """The office's case files about what the reader may see; a supervisor those of offices given him."""
        if actor.position is None or not actor.is_(*CASE_READERS):
            return self.none()
        seen = self.filter(_about_what_is_seen(actor))
        if actor.is_(Role.SUPERVISOR):
            return seen.filter(office__in=Body.objects.supervised_by(actor))
        return seen.filter(office=actor.office)


class CaseExportQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> CaseExportQuerySet:
        """An export holds what one position may see, so it is that position's alone, while it still may see it."""
        if actor.position is None or not actor.is_(*CASE_READERS):
            return self.none()
        return self.filter(_about_what_is_seen(actor), requested_by=actor.position)

    def expired(self, now: datetime) -> CaseExportQuerySet:
        return self.filter(expires_at__lte=now)
