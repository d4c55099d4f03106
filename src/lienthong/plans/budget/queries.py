"""Querysets of budget lines and what was spent of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q, Sum

from lienthong.organisations.service import Body, Role
from lienthong.plans.queries import PLAN_READERS

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor


class BudgetLineQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> BudgetLineQuerySet:
        """Whoever sees the assignment; money of a plan as a whole is for its office's staff and who supervises it."""
        from lienthong.plans.models import Assignment

        if actor.position is None:
            return self.none()
        seen = Q(assignment__in=Assignment.objects.visible_to(actor))
        if actor.is_(*PLAN_READERS):
            seen |= Q(assignment=None, plan__office=actor.office)
        elif actor.is_(Role.SUPERVISOR):
            seen |= Q(assignment=None, plan__office__in=Body.objects.supervised_by(actor))
        return self.filter(seen)

    def in_scope(self) -> BudgetLineQuerySet:
        """Without what stands on a line that a person marked as outside the tool."""
        return self.exclude(assignment__out_of_scope=True)

    def in_force(self, start: date, end: date) -> BudgetLineQuerySet:
        """Of plans that run in these days."""
        return self.in_scope().filter(plan__starts_on__lte=end, plan__ends_on__gte=start)

    def with_spent(self) -> BudgetLineQuerySet:
        """With what was spent of each (``spent``, None for nothing)."""
        return self.annotate(spent=Sum("spendings__amount", filter=Q(spendings__withdrawn_at=None)))


class SpendingQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> SpendingQuerySet:
        from lienthong.plans.budget.models import BudgetLine

        return self.filter(line__in=BudgetLine.objects.visible_to(actor))

    def counted(self) -> SpendingQuerySet:
        """Those that were not withdrawn, of lines that figures may see."""
        return self.filter(withdrawn_at=None).exclude(line__assignment__out_of_scope=True)

    def spent_between(self, start: date, end: date) -> SpendingQuerySet:
        return self.filter(spent_on__range=(start, end))
