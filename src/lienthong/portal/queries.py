"""Querysets of the portal, named by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that write for the public in the name of their office; the leader and the coordinator may approve.
WRITERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)


class _OfOffice(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """What belongs to the actor's office: a draft of another office is none of his business."""
        if actor.position is None or actor.office is None or not actor.is_(*WRITERS):
            return self.none()
        return self.filter(office=actor.office)


class PageStateQuerySet(_OfOffice):
    def waiting_first(self) -> Self:
        """Those that wait for an approval, then those that are written on, then the others."""
        order = models.Case(
            models.When(state="waiting", then=0), models.When(state__in=("writing", "returned"), then=1), default=2
        )
        return self.order_by(order, "-last_edited_at", "-pk")


class PictureQuerySet(_OfOffice):
    """Pictures of the portal."""


class OldAddressQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The old addresses of the actor's own site."""
        if actor.office is None or not actor.is_(*WRITERS, Role.ADMINISTRATOR):
            return self.none()
        return self.filter(portal__office=actor.office)


class PublicDocumentQuerySet(_OfOffice):
    def of_site(self, office_id: int) -> Self:
        """What the public of one office finds."""
        return self.filter(office_id=office_id).select_related("document", "file")
