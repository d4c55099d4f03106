"""Querysets of cases, named by what they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: The desk: sees every case of its office. A unit sees what it was given.
DESK = (Role.CLERK, Role.COORDINATOR, Role.LEADER)
UNITS = (Role.UNIT_HEAD, Role.MEMBER, Role.HAMLET_HEAD)
OPEN = ("new", "assigned", "forwarded", "waiting")


class CaseQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The desk of the office, and the unit that handles a case; nobody else."""
        if actor.position is None or actor.office is None:
            return self.none()
        if actor.is_(*DESK):
            return self.filter(office=actor.office)
        return self.filter(unit__in=actor.body_ids) if actor.is_(*UNITS) else self.none()

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def overdue(self, day: date) -> Self:
        """Open though the day promised has passed; what an agency outside confirmed no longer waits for the office."""
        return self.open().filter(due__lt=day, handed_on=None)

    def counted(self, office: models.Model, start: date, end: date) -> Self:
        """Received in the period; what was merged counts with the case it was merged into, spam not at all."""
        found = self.filter(office=office, received_at__date__range=(start, end))
        return found.exclude(state="merged").exclude(why="spam")

    def erasable(self, finished_before: date) -> Self:
        return self.filter(erased_at=None, finished_on__lt=finished_before).exclude(state__in=OPEN)


def answered_in_time(end: date) -> Q:
    return Q(answered_on__lte=end, was_late=False)


def answered_late(end: date) -> Q:
    return Q(answered_on__lte=end, was_late=True)


def overdue_at(end: date) -> Q:
    """Not finished and with no agency outside by the end of the period though the day promised had passed."""
    return Q(due__lt=end) & _not_yet("finished_on", end) & _not_yet("handed_on", end)


def handed_at(end: date) -> Q:
    """With an agency outside by the end of the period, and not finished."""
    return Q(handed_on__lte=end) & _not_yet("finished_on", end)


def _not_yet(name: str, end: date) -> Q:
    return Q(**{name: None}) | Q(**{f"{name}__gt": end})


class AnswerQuerySet(models.QuerySet):
    def published(self, office_id: int) -> Self:
        """What the public of an office reads."""
        found = self.filter(case__office_id=office_id, public=True, withdrawn_at=None).exclude(approved_at=None)
        return found.select_related("case").order_by("-approved_at", "-pk")


class OfficeQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """What the desk of an office keeps for itself."""
        if actor.position is None or actor.office is None or not actor.is_(*DESK):
            return self.none()
        return self.filter(office=actor.office)
