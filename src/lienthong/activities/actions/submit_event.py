"""Submit an event to who may let it out."""

from django.db import transaction

from lienthong.activities import events, items
from lienthong.activities.deciding import moved
from lienthong.activities.models import OfficeEvent
from lienthong.audit.service import record
from lienthong.organisations.service import Actor


@transaction.atomic
def submit_event(actor: Actor, event: OfficeEvent) -> OfficeEvent:
    event = moved(actor, event, "submit", "submit")
    event.save(update_fields=["state", "reason"])
    items.ask_for_approval(event, actor)
    record(events.SUBMITTED, event, by=actor.stamp)
    return event
