"""Querysets of corrections, named by what they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that write for the public in the name of their office.
WRITERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)
#: The desk: who takes in what residents ask.
DESK = (Role.CLERK, Role.COORDINATOR, Role.LEADER)
#: What the public reads; what was withdrawn or replaced stays readable and says so.
PUBLIC = ("published", "replaced", "withdrawn")


class CorrectionQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        if actor.position is None or actor.office is None or not actor.is_(*WRITERS):
            return self.none()
        return self.filter(office=actor.office)

    def published(self, office_id: int) -> Self:
        """What stands, the newest first."""
        return self.filter(office_id=office_id, state="published").order_by("-year", "-number")

    def readable(self, office_id: int) -> Self:
        """Everything that was ever published."""
        return self.filter(office_id=office_id, state__in=PUBLIC).order_by("-year", "-number")

    def of_document(self, document_id: int) -> Self:
        return self.filter(document_id=document_id).exclude(state="dropped")

    def of_product(self, product_id: int) -> Self:
        return self.filter(product_id=product_id).exclude(state="dropped")


class ClaimQuestionQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        if actor.position is None or actor.office is None or not actor.is_(*DESK):
            return self.none()
        return self.filter(office=actor.office)

    def waiting(self) -> Self:
        return self.filter(state="waiting")

    def forgettable(self, before: date) -> Self:
        """Settled before a day, with words still in them."""
        return self.exclude(text="").filter(settled_at__date__lt=before)
