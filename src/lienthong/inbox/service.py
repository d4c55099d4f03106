"""The door of the inbox: rooms open and close work items, notify, and make the text that people copy into a chat."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.keys import key_of
from lienthong.inbox.models import CalendarFeed, Notice, WorkItem
from lienthong.inbox.rows import rows_of
from lienthong.organisations.service import Body, Position

__all__ = [
    "CalendarFeed",
    "Notice",
    "WorkItem",
    "close_items",
    "erase",
    "message_for",
    "notify",
    "open_item",
    "rows_of",
]


def open_item(
    subject: models.Model,
    *,
    kind: WorkItem.Kind,
    body: Body,
    office: Body,
    title: str,
    url: str,
    role: str = "",
    position: Position | None = None,
    sender: str = "",
    due: date | None = None,
    urgent: bool = False,
    asked_by: Position | None = None,
    act_url: str = "",
    act_label: str = "",
    series: models.Model | None = None,
) -> WorkItem:
    """Let a step wait for ``body`` (for ``role`` in it, or for ``position`` by name). Opening it twice updates it.

    ``act_url`` takes a POST that does the step at once from the list; ``act_label`` is the message id of what that
    button says. ``series`` is the thing of which this is one of many, as an occurrence of a share.
    """
    item, _created = WorkItem.objects.update_or_create(
        subject=key_of(subject),
        kind=kind,
        body=body,
        position=position,
        closed_at=None,
        defaults={
            "series": key_of(series) if series else "",
            "office": office,
            "role": role,
            "title": title[:500],
            "sender": sender[:250],
            "url": url,
            "act_url": act_url,
            "act_label": act_label,
            "due": due,
            "urgent": urgent,
            "asked_by": asked_by,
        },
    )
    return item


def close_items(subject: models.Model, *, kind: WorkItem.Kind | None = None, body: Body | None = None) -> int:
    """Close what waits about ``subject`` (of one kind, for one body); returns how many."""
    items = WorkItem.objects.open().filter(subject=key_of(subject))
    if kind is not None:
        items = items.filter(kind=kind)
    if body is not None:
        items = items.filter(body=body)
    return int(items.update(closed_at=timezone.now()))


def notify(position: Position, text: str, url: str, *, urgent: bool = False) -> Notice:
    """Put a line under the bell of ``position``."""
    return Notice.objects.create(position=position, text=text[:500], url=url, urgent=urgent)


def message_for(text: str, url: str, due: date | None = None) -> str:
    """The short plain text of "Sao chép tin nhắn": what, until when, where."""
    lines = [text]
    if due is not None:
        lines.append(_("Hạn: %(due)s") % {"due": f"{due:%d/%m/%Y}"})
    return "\n".join([*lines, url])


def erase(subject: models.Model, url: str) -> None:
    """Take away every item about ``subject`` and every notice that leads to ``url``: it may not be kept.

    Items that were closed go too, because their titles say what it was.
    """
    WorkItem.objects.filter(subject=key_of(subject)).delete()
    Notice.objects.filter(url__startswith=url).delete()
