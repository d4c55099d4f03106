"""What the public reads of an event: the words as they were approved, whatever is being changed meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from lienthong.activities.models import OfficeEvent


@dataclass(frozen=True, slots=True)
class Told:
    """``programme``: objects with ``at``, ``what``, ``who``. ``open_for``: it is not over and still takes people."""

    event: OfficeEvent
    title: str
    about: str
    audience: str
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    programme: list[dict[str, Any]]

    @property
    def open_for(self) -> bool:
        event = self.event
        return self.ends_at > timezone.now() and event.is_public and event.state != OfficeEvent.State.HELD

    @property
    def in_one_day(self) -> bool:
        return timezone.localdate(self.starts_at) == timezone.localdate(self.ends_at)


def told_of(event: OfficeEvent) -> Told:
    """Of an event that was approved once."""
    words = dict(event.published)
    starts, ends = (datetime.fromisoformat(words[name]) for name in ("starts_at", "ends_at"))
    plain = {name: words[name] for name in ("title", "about", "audience", "place", "link", "programme")}
    return Told(event=event, starts_at=starts, ends_at=ends, **plain)
