"""Who may do what where: one function for every kind of thing, and the rights over bodies themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from django.db import models

from lienthong.core.refusals import NotAllowed
from lienthong.core.states import Workflow
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body, Group, Position, Role, User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


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


def after_step(
    actor: Actor, thing: Any, table: Workflow, act: str, right: str, *, unseen: StrOrPromise, refused: StrOrPromise
) -> str:
    """The state of ``thing`` after ``act``: it is seen, the table has the move, and the actor has the ``right``.

    :class:`NotAllowed` with ``unseen`` or ``refused``, :class:`Refused` when it is not the time for the act.
    """
    abilities = abilities_for(actor, thing)
    if not abilities.see:
        raise NotAllowed(unseen)
    target = table.move(thing.state, act)
    if not getattr(abilities, right):
        raise NotAllowed(refused)
    return target


@dataclass(frozen=True, slots=True)
class BodyAbilities(Abilities):
    """``change`` its name, dates and place in the tree; ``staff`` it: positions, users, signing, committees."""

    change: bool = False
    staff: bool = False


def body_abilities(actor: Actor, body: Body) -> BodyAbilities:
    """An administrator looks after his own office; of others he may write down those that hold no position here."""
    if actor.operator:
        return BodyAbilities(see=True, change=True, staff=True)
    if actor.position is None:
        return BodyAbilities()
    administers = actor.is_(Role.ADMINISTRATOR)
    own = administers and actor.office is not None and body.path.startswith(actor.office.path)
    change = own or (administers and not body.positions.exists())
    return BodyAbilities(see=True, change=change, staff=own)


def position_abilities(actor: Actor, position: Position) -> BodyAbilities:
    return body_abilities(actor, position.body)


def user_abilities(actor: Actor, user: User) -> BodyAbilities:
    """A user is looked after by an administrator who looks after every body in which he holds a position today."""
    if not actor.reads:
        return BodyAbilities()
    held = user.positions.valid_now().select_related("body")
    own = all(body_abilities(actor, position.body).staff for position in held)
    staff = own and (actor.operator or actor.is_(Role.ADMINISTRATOR))
    return BodyAbilities(see=True, change=staff, staff=staff)


@dataclass(frozen=True, slots=True)
class GroupAbilities(Abilities):
    change: bool = False


def group_abilities(actor: Actor, group: Group) -> GroupAbilities:
    """Those who send documents to groups choose their members."""
    if actor.operator:
        return GroupAbilities(see=True, change=True)
    if not actor.in_office(group.office_id):
        return GroupAbilities()
    return GroupAbilities(see=True, change=actor.is_(Role.ADMINISTRATOR, Role.COORDINATOR, Role.CLERK))


register(Body, body_abilities)
register(Position, position_abilities)
register(User, user_abilities)
register(Group, group_abilities)
