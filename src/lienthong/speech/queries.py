"""Querysets of scripts, recordings and an office's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from lienthong.organisations.models import Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that read and listen to what their office is going to say.
LISTENERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER)


def _of_office(found: models.QuerySet, actor: Actor, office: str) -> models.QuerySet:
    if actor.position is None or actor.office is None or not actor.is_(*LISTENERS):
        return found.none()
    return found.filter(**{office: actor.office})


class ScriptQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> models.QuerySet:
        """The scripts of the actor's office."""
        return _of_office(self, actor, "office")


class RecordingQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> models.QuerySet:
        return _of_office(self, actor, "script__office")


class PronunciationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> models.QuerySet:
        return _of_office(self, actor, "office")
