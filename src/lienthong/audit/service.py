"""The door of the event log: acts record, pages read histories."""

from dataclasses import dataclass

from django.db import models
from django.utils import timezone

from lienthong.audit.kinds import (
    FORGET_PERSON_AFTER_FIVE_YEARS,
    KEEP,
    EventKind,
    Forgetting,
    all_kinds,
    kind_of,
    register,
)
from lienthong.audit.models import Event, EventQuerySet
from lienthong.core.keys import key_of

__all__ = [
    "FORGET_PERSON_AFTER_FIVE_YEARS",
    "KEEP",
    "SYSTEM",
    "Event",
    "EventKind",
    "EventQuerySet",
    "Forgetting",
    "Stamp",
    "all_kinds",
    "empty_history",
    "forget_due",
    "history_of",
    "kind_of",
    "record",
    "register",
]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who acted: the key of the position, and the name and position as people read them."""

    key: str
    label: str
    office: str = ""


SYSTEM = Stamp("", "")


def record(kind: EventKind, subject: models.Model, *, by: Stamp, office: str | None = None, **data: object) -> Event:
    """Append the event ``kind`` about ``subject``; ``data`` are plain JSON values that its sentence names."""
    kind_of(kind.code)
    return Event.objects.create(
        kind=kind.code,
        actor=by.key,
        actor_label=by.label,
        subject=key_of(subject),
        office=by.office if office is None else office,
        data=data,
    )


def history_of(*subjects: models.Model) -> EventQuerySet:
    """The events about these things, oldest first."""
    return Event.objects.about(*(key_of(subject) for subject in subjects))


def empty_history(*subjects: models.Model) -> int:
    """Empty the data of every event about these things, which may not be kept; who did what kind of act stays."""
    about: models.QuerySet[Event] = models.QuerySet(Event).filter(subject__in=[key_of(subject) for subject in subjects])
    return about.update(data={}, forgotten_at=timezone.now())


def forget_due() -> int:
    """Take persons out of events whose rule says so; returns how many events were changed."""
    now, count = timezone.now(), 0
    for kind in all_kinds():
        if kind.forgetting.after is None:
            continue
        old = Event.objects.filter(kind=kind.code, at__lt=now - kind.forgetting.after, forgotten_at=None)
        for event in old.iterator():
            kept = {name: value for name, value in event.data.items() if name not in kind.forgetting.data}
            # The one change an event may see; QuerySet.update refuses on purpose, so it goes through the base class.
            models.QuerySet(Event).filter(pk=event.pk).update(actor="", actor_label="…", data=kept, forgotten_at=now)
            count += 1
    return count
