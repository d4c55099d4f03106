"""A position's due dates as iCalendar (RFC 5545)."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from lienthong.inbox.models import CalendarFeed, WorkItem
from lienthong.organisations.service import Actor


def calendar_of(feed: CalendarFeed, request: HttpRequest) -> bytes:
    """Open items with a due day as all-day events, links made absolute from ``request``'s host."""
    position = feed.position
    calendar = Calendar()
    calendar.add("prodid", "-//Lien Thong//lienthong//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Liên Thông: %(title)s") % {"title": position.title})
    calendar.add("refresh-interval;value=duration", timedelta(hours=4))
    if not position.valid_on(timezone.localdate()):
        return calendar.to_ical()
    for item in WorkItem.objects.for_actor(Actor(position.user, position)).open().exclude(due=None):
        event = Event()
        event.add("uid", f"item-{item.pk}@lienthong")
        event.add("dtstamp", item.opened_at)
        event.add("dtstart", item.due)
        event.add("dtend", item.due + timedelta(days=1))
        event.add("summary", item.title)
        event.add("description", f"{item.get_kind_display()}\n{request.build_absolute_uri(item.url)}")
        event.add("url", request.build_absolute_uri(item.url))
        calendar.add_component(event)
    return calendar.to_ical()
