"""Querysets of official documents, named by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When

from lienthong.organisations.service import Body, Role

if TYPE_CHECKING:
    from lienthong.organisations.service import Actor

#: Positions that read every document of their office.
OFFICE_READERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.READER)


class OfficialDocumentQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> OfficialDocumentQuerySet:
        """Readers of an office see its documents, a supervisor what bodies given him issued, a body what was sent it.

        What a supervised body received, and its leader's opinions on it, are its own.
        """
        from lienthong.registry.models import DocumentAccess

        if actor.position is None:
            return self.none()
        if actor.is_(*OFFICE_READERS):
            return self.filter(office=actor.office)
        if actor.is_(Role.SUPERVISOR):
            issued = self.outgoing().exclude(state__in=["reading", "to_register", "told"])
            return issued.filter(office__in=Body.objects.supervised_by(actor))
        sent = DocumentAccess.objects.filter(document=OuterRef("pk"), body__in=actor.body_ids)
        return self.filter(Exists(sent))

    def incoming(self) -> OfficialDocumentQuerySet:
        return self.filter(direction="in")

    def outgoing(self) -> OfficialDocumentQuerySet:
        return self.filter(direction="out")

    def awaiting_document(self) -> OfficialDocumentQuerySet:
        """Orders told before their document came, oldest first."""
        return self.filter(told_at__isnull=False, register_number=None).order_by("told_at", "pk")

    def urgent_first(self) -> OfficialDocumentQuerySet:
        """Hỏa tốc, thượng khẩn, khẩn while something is left to do, then the rest; newest first within each."""
        open_states = ["told", "reading", "to_register", "with_leader", "in_work"]
        rank = Case(
            When(urgency="hỏa tốc", state__in=open_states, then=Value(0)),
            When(urgency="thượng khẩn", state__in=open_states, then=Value(1)),
            When(urgency="khẩn", state__in=open_states, then=Value(2)),
            default=Value(3),
            output_field=IntegerField(),
        )
        return self.order_by(rank, "-created_at", "-pk")
