"""The sessions of a class as calendars read them (RFC 5545)."""

from icalendar import Calendar, Event

from lienthong.training.models import TrainingClass


def ics_of(training: TrainingClass, address: str) -> bytes:
    """An entry for each session; called off, they say so."""
    calendar = Calendar()
    calendar.add("prodid", "-//Lien Thong//lienthong//VI")
    calendar.add("version", "2.0")
    cancelled = training.state == TrainingClass.State.CANCELLED
    for session in training.sessions.all():
        entry = Event()
        entry.add("uid", f"lop-{training.pk}-buoi-{session.pk}@lienthong")
        entry.add("dtstamp", training.edited_at)
        entry.add("sequence", training.edits)
        entry.add("dtstart", session.starts_at)
        entry.add("dtend", session.ends_at)
        entry.add("summary", training.title)
        entry.add("location", training.place or training.link)
        entry.add("description", training.content)
        entry.add("url", address)
        entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        calendar.add_component(entry)
    return calendar.to_ical()
