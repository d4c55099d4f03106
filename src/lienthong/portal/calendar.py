"""An event of the portal as calendars read it (RFC 5545)."""

from datetime import timedelta

from icalendar import Calendar, Event

from lienthong.portal.models import EventPage, Portal


def calendar_of(page: EventPage, portal: Portal, address: str) -> bytes:
    """One event; without an end it lasts an hour in the calendar. ``address`` is the whole address of its page."""
    assert page.starts_at is not None, "only an event with a beginning has an address"
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Lien Thong//lienthong//VI")
    calendar.add("version", "2.0")
    event.add("uid", f"su-kien-{page.pk}@{portal.site.hostname}")
    event.add("dtstamp", page.last_published_at)
    event.add("dtstart", page.starts_at)
    event.add("dtend", page.ends_at or page.starts_at + timedelta(hours=1))
    event.add("summary", page.title)
    event.add("location", page.place or page.link)
    event.add("description", page.lead)
    event.add("url", address)
    calendar.add_component(event)
    return calendar.to_ical()
