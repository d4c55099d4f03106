"""An event as calendars read it (RFC 5545)."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event

from lienthong.activities.models import OfficeEvent


def ics_of(event: OfficeEvent, words: Mapping[str, Any], address: str) -> bytes:
    """``words`` as the public reads them or as they are written; called off, it says so."""
    calendar, entry = Calendar(), Event()
    calendar.add("prodid", "-//Lien Thong//lienthong//VI")
    calendar.add("version", "2.0")
    entry.add("uid", f"su-kien-{event.pk}@lienthong")
    entry.add("dtstamp", event.edited_at)
    entry.add("sequence", event.edits)
    entry.add("dtstart", datetime.fromisoformat(words["starts_at"]).astimezone(UTC))
    entry.add("dtend", datetime.fromisoformat(words["ends_at"]).astimezone(UTC))
    entry.add("summary", words["title"])
    entry.add("location", words["place"] or words["link"])
    linked = f"{words['about']}\n{words['link']}" if words["place"] and words["link"] else words["about"]
    entry.add("description", linked)
    entry.add("url", address)
    entry.add("status", "CANCELLED" if event.state == OfficeEvent.State.CANCELLED else "CONFIRMED")
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", words["title"])
    reminder.add("trigger", timedelta(days=-1))
    entry.add_component(reminder)
    calendar.add_component(entry)
    return calendar.to_ical()
