"""Querysets of outlets and deliveries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone

from lienthong.jobs.models import ClaimQuerySet
from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that see where their office publishes, and what became of it.
WATCHERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER, Role.ADMINISTRATOR)


def _watched(actor: Actor, prefix: str) -> Q:
    """Everything of the actor's office; and of an outlet that he keeps, whatever his role."""
    if actor.position is None or actor.office is None:
        return Q(pk__in=())
    kept = Q(**{f"{prefix}keeper": actor.position})
    return kept | Q(**{f"{prefix}office": actor.office}) if actor.is_(*WATCHERS) else kept


class OutletQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> OutletQuerySet:
        return self.filter(_watched(actor, ""))

    def open(self) -> OutletQuerySet:
        """Not closed for good."""
        return self.filter(closed_at=None)


class OutletTrialQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> OutletTrialQuerySet:
        return self.filter(_watched(actor, "outlet__"))


class DeliveryQuerySet(ClaimQuerySet):
    def visible_to(self, actor: Actor) -> DeliveryQuerySet:
        return self.filter(_watched(actor, "outlet__"))

    def of(self, key: str) -> DeliveryQuerySet:
        """Every delivery of the version or the product that ``key`` names, reruns included."""
        return self.filter(Q(subject=key) | Q(product=key))

    def due(self) -> DeliveryQuerySet:
        """With work to do now, at an outlet that is not resting.

        What was begun is settled before anything new goes out: a channel shows only its latest items.
        """
        resting = Q(outlet__paused_until__gt=timezone.now())
        begun = Case(When(state="sending", then=Value(0)), default=Value(1))
        return self.claimable().exclude(resting).order_by(begun, "next_try_at", "pk")  # type: ignore[return-value]

    def still_to_come(self) -> DeliveryQuerySet:
        return self.filter(state="waiting")

    def unknown(self) -> DeliveryQuerySet:
        return self.filter(state="unknown")

    def standing(self) -> DeliveryQuerySet:
        """What an outlet shows now: counted, and no later version of the same thing is out there."""
        later = self.model._default_manager.filter(
            outlet=models.OuterRef("outlet"), product=models.OuterRef("product"), state="delivered", run=0,
            ordered_at__gt=models.OuterRef("ordered_at"),
        ).exclude(product="").exclude(subject=models.OuterRef("subject"))  # fmt: skip
        return self.counted().exclude(models.Exists(later))

    def counted(self) -> DeliveryQuerySet:
        """What reached the public: never a dry run, never what was withdrawn, and reruns apart (``run``)."""
        return self.filter(state="delivered")
