"""Querysets of the room of training, named by what they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from lienthong.organisations.models import Position, Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that see every class of their office with all its names.
OVERSEERS = (Role.LEADER, Role.COORDINATOR, Role.CLERK)
#: Positions that look after a class of their own unit.
KEEPERS = (Role.UNIT_HEAD, Role.MEMBER)
#: Positions that speak for their body when it is asked for people.
SPEAKERS = (Role.UNIT_HEAD, Role.HAMLET_HEAD, Role.LEADER)
#: Who works in a unit; where nobody speaks for it each of them does.
WORKERS = (*SPEAKERS, Role.MEMBER, Role.COMMUNICATOR, Role.COORDINATOR, Role.CLERK)

ACTIVE = ("nominated", "listed")


def spoken_for(actor: Actor) -> list[int]:
    """The bodies that ``actor`` nominates for: his own, and those he serves on that nobody else speaks for."""
    if actor.position is None or not actor.is_(*WORKERS):
        return []
    if actor.is_(*SPEAKERS):
        return actor.body_ids
    held = Position.objects.valid_now().filter(body__in=actor.body_ids, role__in=SPEAKERS)
    headed = set(held.values_list("body", flat=True))
    return [pk for pk in actor.body_ids if pk not in headed]


class ClassQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Overseers see all of their office; others what their unit looks after or is asked for, or they attend."""
        if actor.position is None or actor.office is None:
            return self.none()
        mine = self.filter(office=actor.office)
        if actor.is_(*OVERSEERS):
            return mine
        return mine.filter(_kept(actor) | _asked(actor) | _attended(actor))

    def wholly_visible_to(self, actor: Actor) -> Self:
        """Those whose list the actor sees whole."""
        if actor.position is None or actor.office is None:
            return self.none()
        mine = self.filter(office=actor.office)
        return mine if actor.is_(*OVERSEERS) else mine.filter(_kept(actor))

    def closed_between(self, start: date, end: date) -> Self:
        """Those that figures count: closed, with what proves it, by the day of the last session."""
        return self.filter(state="closed", taught_on__range=(start, end))


def _kept(actor: Actor) -> Q:
    return Q(body__in=actor.body_ids) if actor.is_(*KEEPERS) else Q(pk=None)


def _asked(actor: Actor) -> Q:
    from lienthong.training.models import Invitation

    asked = Invitation.objects.filter(training=OuterRef("pk"), body__in=spoken_for(actor))
    return Q(Exists(asked)) & ~Q(state="preparing")


def _attended(actor: Actor) -> Q:
    from lienthong.training.models import Nominee

    own = Nominee.objects.filter(training=OuterRef("pk"), position__user=actor.user, state__in=ACTIVE)
    return Q(Exists(own))


class OfClassQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """What hangs on a class is seen by who sees the class."""
        from lienthong.training.models import TrainingClass

        return self.filter(training__in=TrainingClass.objects.visible_to(actor))


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """With the whole list, or by who speaks for the unit that is asked."""
        from lienthong.training.models import TrainingClass

        seen = TrainingClass.objects.visible_to(actor)
        whole = Q(training__in=TrainingClass.objects.wholly_visible_to(actor))
        return self.filter(training__in=seen).filter(
            whole | (Q(body__in=spoken_for(actor)) & ~Q(training__state="preparing"))
        )

    def closed_between(self, start: date, end: date) -> Self:
        """Units with somebody at a class that was closed; each counts in the class, nobody by himself."""
        return self.filter(training__state="closed", training__taught_on__range=(start, end), attended__gt=0)


class NomineeQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """With the whole list, by his unit, or by himself."""
        from lienthong.training.models import Invitation, TrainingClass

        seen = TrainingClass.objects.visible_to(actor)
        of_unit = Q(invitation__in=Invitation.objects.visible_to(actor))
        return self.filter(Q(training__in=seen) & (of_unit | Q(position__user=actor.user)))

    def active(self) -> Self:
        return self.filter(state__in=ACTIVE)

    def on_list(self) -> Self:
        return self.filter(state="listed")

    def in_order(self) -> Self:
        """As the list prints them: by number, those without one after."""
        return self.order_by(models.F("number").asc(nulls_last=True), "invitation__body__sort", "sort", "pk")


class PresenceQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from lienthong.training.models import Nominee

        return self.filter(nomination__in=Nominee.objects.visible_to(actor))
