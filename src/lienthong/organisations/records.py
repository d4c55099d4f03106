"""What is recorded under a person's own name, and the requests to put it right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models

from lienthong.audit.service import Event, EventQuerySet
from lienthong.core.keys import key_of
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Role, User


@dataclass(frozen=True, slots=True)
class OwnLine:
    """Something that another room keeps about a person, in a sentence; ``subject`` is what a correction is about."""

    subject: models.Model
    sentence: str
    url: str

    @property
    def key(self) -> str:
        return key_of(self.subject)


_kept: dict[str, Callable[[User], Iterable[OwnLine]]] = {}


def register_own(room: str, lines: Callable[[User], Iterable[OwnLine]]) -> None:
    """Let the person's own page hold what ``room`` keeps about him."""
    _kept[room] = lines


def own_lines_of(user: User) -> list[OwnLine]:
    """What rooms keep about ``user`` beside what he did himself."""
    return [line for lines in _kept.values() for line in lines(user)]


def events_under_name_of(user: User) -> EventQuerySet:
    """Every event that ``user`` left in any of his positions, newest first."""
    keys = [key_of(position) for position in user.positions.all()]
    return Event.objects.filter(actor__in=keys).order_by("-at", "-pk")


def open_corrections(actor: Actor) -> list[Event]:
    """The requests in the actor's office that nobody has answered; for administrators."""
    if not actor.is_(Role.ADMINISTRATOR) or actor.office is None:
        return []
    ours = Event.objects.filter(office=key_of(actor.office))
    answers = ours.filter(kind=events.CORRECTION_ANSWERED.code)
    answered = {answer.data.get("request") for answer in answers}
    return [asked for asked in ours.filter(kind=events.CORRECTION_ASKED.code) if asked.pk not in answered]
