"""What happens by itself: units are reminded the day before, and who registered is forgotten when it is over."""

from datetime import time, timedelta

from django.utils import timezone

from lienthong.activities import items
from lienthong.activities.actions.erase_registrants import erase_registrants
from lienthong.activities.models import OfficeEvent
from lienthong.activities.registering import KEPT_DAYS
from lienthong.jobs.service import periodic


@periodic("activities.remind", at=time(6, 30))
def remind_of_events() -> int:
    """Before the reminders of the day are made (7:00); returns how many events are near."""
    now = timezone.now()
    soon = OfficeEvent.objects.filter(state=OfficeEvent.State.APPROVED, starts_at__range=(now, now + timedelta(days=2)))
    near = list(soon.select_related("office", "body"))
    for event in near:
        items.remind(event)
    for event in OfficeEvent.objects.filter(ends_at__range=(now - timedelta(days=7), now)):
        items.forget_invitations(event)
    return len(near)


@periodic("activities.erase", at=time(2, 50))
def erase_due() -> int:
    """Erase names and contacts of events that ended longer ago than they may be kept; returns how many."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    due = OfficeEvent.objects.filter(ends_at__lt=before, registrations__registrant__isnull=False).distinct()
    return sum(erase_registrants(event) for event in due.select_related("office"))
