"""Who may do what where: one function for every kind of thing, and the rights over bodies themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from django.db import models

from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body, Position, Role


@dataclass(frozen=True, slots=True)
class Abilities:
    """What an actor may do with one thing; rooms add their own fields. All False without ``see``."""

    see: bool = False

    def __post_init__(self) -> None:
        if not self.see and any(getattr(self, field.name) for field in fields(self)):
            raise ValueError("an ability without sight")


_rules: dict[type[models.Model], Callable[[Actor, Any], Abilities]] = {}


def register(model: type[models.Model], rule: Callable[[Actor, Any], Abilities]) -> None:
    """Let ``abilities_for`` answer for things of ``model``."""
    _rules[model] = rule


def registered_models() -> list[type[models.Model]]:
    return list(_rules)


def abilities_for(actor: Actor, thing: models.Model) -> Any:
    """What ``actor`` may do with ``thing``: an :class:`Abilities` of the thing's room."""
    return _rules[type(thing)](actor, thing)


@dataclass(frozen=True, slots=True)
class BodyAbilities(Abilities):
    change: bool = False


def body_abilities(actor: Actor, body: Body) -> BodyAbilities:
    if actor.position is None:
        return BodyAbilities()
    return BodyAbilities(see=True, change=actor.is_(Role.ADMINISTRATOR))


def position_abilities(actor: Actor, position: Position) -> BodyAbilities:
    return body_abilities(actor, position.body)


register(Body, body_abilities)
register(Position, position_abilities)
