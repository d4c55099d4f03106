"""Querysets of bodies and positions, named by what they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor
    from lienthong.organisations.models import Body


class DatedQuerySet(models.QuerySet):
    def valid_on(self, day: date) -> Self:
        started = Q(valid_from=None) | Q(valid_from__lte=day)
        not_ended = Q(valid_to=None) | Q(valid_to__gte=day)
        return self.filter(started & not_ended)

    def valid_now(self) -> Self:
        return self.valid_on(timezone.localdate())


class BodyQuerySet(DatedQuerySet):
    def under(self, body: Body) -> BodyQuerySet:
        """``body`` and everything below it."""
        return self.filter(path__startswith=body.path)

    def supervised_by(self, actor: Actor) -> BodyQuerySet:
        """The bodies that a supervisor was given, with everything below them; none for anyone else."""
        branches = Q(pk=None)
        for path in actor.supervised_paths:
            branches |= Q(path__startswith=path)
        return self.filter(branches)

    def visible_to(self, actor: Actor) -> BodyQuerySet:
        """The tree of bodies is public inside the installation: everyone in a position sees it."""
        return self.all() if actor.reads else self.none()


class PositionQuerySet(DatedQuerySet):
    """Who holds which position is as public inside the installation as the tree."""

    def visible_to(self, actor: Actor) -> PositionQuerySet:
        return self.all() if actor.reads else self.none()


class GroupQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> GroupQuerySet:
        """Groups are an office's own; the operator sees all."""
        if not actor.reads:
            return self.none()
        return self.all() if actor.operator else self.filter(office=actor.office)


class UserQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> UserQuerySet:
        return self.all() if actor.reads else self.none()
