"""One of everything, for the table of permissions: each room adds its own in ``tests/world.py``, from the bottom up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import Any

from django.db import models
from django.urls import get_resolver, reverse

from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast, cast
from lienthong.plans.tests.factories import tomorrow
from tests.architecture.source import ROOMS, SOURCE, room_of

ROLES = (
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
)  # fmt: skip


@dataclass
class World:
    """``rooms``: what the addresses of a room are about, unless ``named`` says otherwise for one of them (arguments of
    ``reverse``). ``things`` are for the rooms above, which hang what they add on it."""

    people: Cast
    rooms: dict[str, dict[str, Any]] = field(default_factory=dict)
    named: dict[str, dict[str, Any]] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)
    tomorrow: date = field(default_factory=tomorrow)

    def use(self, thing: models.Model, *names: str, **more: Any) -> None:
        """Let the addresses called ``names`` be about ``thing``."""
        self.named |= {name: {"pk": thing.pk, **more} for name in names}

    def actor(self, role: str) -> Actor:
        found: Actor = getattr(self.people, role)
        return found

    def address(self, name: str) -> str:
        """Where the address called ``name`` is; the tree of public pages is asked for its first one."""
        return "/" if name == "wagtail_serve" else reverse(name, kwargs=self._arguments(name))

    def _arguments(self, name: str) -> dict[str, Any]:
        if name in self.named:
            return self.named[name]
        return self.rooms.get(name.split(":")[0], {}) if _takes_pk(name) else {}


def _takes_pk(name: str) -> bool:
    space, _colon, short = name.partition(":")
    resolver = get_resolver().namespace_dict[space][1] if short else get_resolver()
    possibilities = resolver.reverse_dict.getlist(short or name)
    return any(parameters for _text, parameters in possibilities[0][0])


def build_world() -> World:
    world = World(cast())
    for add_to in _pieces():
        add_to(world)
    return world


def _pieces() -> Iterator[Callable[[World], None]]:
    """The ``add_to`` of each room that has one, the lowest room first."""
    found = [f"lienthong.{'.'.join(path.relative_to(SOURCE).parts[:-2])}" for path in SOURCE.rglob("tests/world.py")]
    for room in sorted(found, key=lambda name: (ROOMS.index(room_of(name) or ""), name)):
        yield import_module(f"{room}.tests.world").add_to
