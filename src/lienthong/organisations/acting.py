"""The actor: a user in the position in which he acts now. Every act and every list starts from one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from lienthong.audit.service import SYSTEM, Stamp
from lienthong.core.keys import key_of
from lienthong.organisations.models import Body, Position, Role, Supervision, User


@dataclass(frozen=True)
class Actor:
    """``position`` is None for a signed-in user who holds none today; he sees nothing and may do nothing.

    ``operator`` is whoever runs the installation from its command line: he has the database anyway.
    ``held`` are all positions of the user today, where a request looked them up.
    """

    user: User
    position: Position | None
    operator: bool = False
    held: tuple[Position, ...] = ()

    @property
    def reads(self) -> bool:
        """True for everyone who may see what is public inside the installation."""
        return self.position is not None or self.operator

    @property
    def role(self) -> str:
        return self.position.role if self.position else ""

    def is_(self, *roles: Role) -> bool:
        return self.role in roles

    @property
    def body(self) -> Body | None:
        return self.position.body if self.position else None

    @property
    def office(self) -> Body | None:
        """The office whose registers this actor works with."""
        return self.position.body.office if self.position else None

    @property
    def own_position(self) -> Position:
        """The position, after a right was checked that only a position gives."""
        assert self.position is not None, f"{self.user} acts in no position"
        return self.position

    @property
    def own_office(self) -> Body:
        """The office, after a right was checked that only a position in an office gives."""
        assert self.office is not None, f"{self.user} acts for no office"
        return self.office

    @cached_property
    def body_ids(self) -> list[int]:
        """Bodies for which this actor answers: his own, and the committees he serves on today."""
        if self.position is None:
            return []
        duties = self.position.committee_duties.all().valid_now()
        return [self.position.body_id, *duties.values_list("committee_id", flat=True)]

    @cached_property
    def supervised_paths(self) -> list[str]:
        """Branches of the tree (``Body.path``) that a supervisor was given, today; nobody else has any."""
        if self.position is None or not self.is_(Role.SUPERVISOR):
            return []
        given = Supervision.objects.valid_now().filter(position=self.position)
        return list(given.values_list("body__path", flat=True))

    def supervises(self, office: Body) -> bool:
        """True when ``office`` was given to this supervisor, by itself or with a body above it."""
        return any(office.path.startswith(path) for path in self.supervised_paths)

    def holds(self, *positions: Position) -> bool:
        """True when the person who acts holds one of ``positions``, in whichever of his he acts now."""
        return self.user.pk in {position.user_id for position in positions}

    @property
    def stamp(self) -> Stamp:
        """Who acted, as the event log keeps it."""
        if self.operator:
            return SYSTEM
        if self.position is None:
            return Stamp("", str(self.user))
        label = f"{self.user}, {self.position.title}"
        return Stamp(key_of(self.position), label, key_of(self.office) if self.office else "")

    def in_office(self, office: Body | int | None) -> bool:
        """True when ``office`` is the one this actor works for."""
        wanted = office.pk if isinstance(office, Body) else office
        return self.office is not None and self.office.pk == wanted


def actor_for(user: User, position_id: int | None = None) -> Actor:
    """``user`` in the chosen position if he holds it today, else in his first."""
    held = list(Position.objects.valid_now().filter(user=user).select_related("body__office", "user"))
    chosen = next((position for position in held if position.pk == position_id), held[0] if held else None)
    return Actor(user, chosen, held=tuple(held))


OPERATOR = Actor(User(), None, operator=True)


class StaffRequest(HttpRequest):
    """A request of somebody who signed in: what ``ActingMiddleware`` put on it."""

    actor: Actor
    user: User
    htmx: HtmxDetails
