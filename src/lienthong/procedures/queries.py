"""Querysets of the procedures room, named by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that write for the public in the name of their office.
WRITERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)
#: From a thing of this room to its office, by the name of its model.
_OFFICE = {
    "ProcedureVersion": "procedure__office",
    "GuideVersion": "guide__office",
    "BlankForm": "version__procedure__office",
    "Posting": "version__procedure__office",
    "LinkCheck": "procedure__office",
}


class OfOffice(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """What belongs to the actor's office: a draft of another office is none of his business."""
        if actor.position is None or actor.office is None or not actor.is_(*WRITERS):
            return self.none()
        return self.of_office(actor.office.pk)

    def of_office(self, office_id: int) -> Self:
        return self.filter(**{_OFFICE.get(self.model.__name__, "office"): office_id})


class ProcedureQuerySet(OfOffice):
    def public(self, office_id: int) -> Self:
        """What the public of one office reads."""
        return self.of_office(office_id).exclude(current=None).select_related("current")


#: States of a version that is not decided yet.
OPEN = ("writing", "waiting", "returned")


class VersionQuerySet(OfOffice):
    def past(self) -> Self:
        """Those that the public reads or has read, the newest first."""
        return self.exclude(state__in=(*OPEN, "awaiting"))

    def under_way(self) -> Self:
        return self.filter(state__in=OPEN)

    def awaiting(self) -> Self:
        """Approved for a day to come, the next one first; of one day the later words hold."""
        return self.filter(state="awaiting").order_by("valid_from", "number")
