"""Querysets of inspections and questions, named by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from lienthong.organisations.models import Body, Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that read every inspection of their office.
INSPECTION_READERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.READER)
#: Positions that read what a supervisor asked their office.
QUESTION_READERS = (*INSPECTION_READERS, Role.UNIT_HEAD, Role.MEMBER)


class InspectionQuerySet(models.QuerySet):
    def whole_to(self, actor: Actor) -> InspectionQuerySet:
        """Those that ``actor`` reads with every visit: as the office's reader, in the team, or supervising the office
        once units were told.
        """
        from lienthong.inspections.models import Inspection

        if actor.position is None or actor.is_(Role.ADMINISTRATOR):
            return self.none()
        if actor.is_(Role.SUPERVISOR):
            return self.filter(announced_at__isnull=False, office__in=Body.objects.supervised_by(actor))
        member = Inspection.members.through.objects.filter(inspection=OuterRef("pk"), position=actor.position)
        read = Q(head=actor.position) | Q(Exists(member))
        if actor.is_(*INSPECTION_READERS):
            read |= Q(office=actor.office)
        return self.filter(read)

    def visible_to(self, actor: Actor) -> InspectionQuerySet:
        """Those read whole, and for an inspected unit those it was told of."""
        from lienthong.inspections.models import Inspection, Visit

        if actor.position is None or actor.is_(Role.ADMINISTRATOR):
            return self.none()
        whole = Q(pk__in=Inspection.objects.whole_to(actor).values("pk"))
        if actor.is_(Role.SUPERVISOR):
            return self.filter(whole)
        inspected = Visit.objects.filter(inspection=OuterRef("pk"), body__in=actor.body_ids)
        return self.filter(whole | (Q(announced_at__isnull=False) & Q(Exists(inspected))))


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> VisitQuerySet:
        """All of an inspection read whole; else a unit's own, once it was told."""
        from lienthong.inspections.models import Inspection

        if actor.position is None or actor.is_(Role.ADMINISTRATOR):
            return self.none()
        whole = Q(inspection__in=Inspection.objects.whole_to(actor))
        if actor.is_(Role.SUPERVISOR):
            return self.filter(whole)
        return self.filter(whole | Q(inspection__announced_at__isnull=False, body__in=actor.body_ids))


class CheckLineQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> CheckLineQuerySet:
        from lienthong.inspections.models import Visit

        return self.filter(visit__in=Visit.objects.visible_to(actor))

    def unanswered(self) -> CheckLineQuerySet:
        return self.filter(result="")

    def to_mend(self) -> CheckLineQuerySet:
        """Those with something to mend."""
        return self.exclude(mend="")


class QuestionQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> QuestionQuerySet:
        """The asking body's supervisors while the office is theirs, the asked office's readers, and the asked unit."""
        if actor.position is None or actor.is_(Role.ADMINISTRATOR):
            return self.none()
        if actor.is_(Role.SUPERVISOR):
            asked = Q(asked_by__body=actor.position.body_id)
            return self.filter(asked, office__in=Body.objects.supervised_by(actor))
        asked = Q(body__in=actor.body_ids)
        if actor.is_(*QUESTION_READERS):
            asked |= Q(office=actor.office)
        return self.filter(asked)
