"""Take a submitted event back to mend it."""

from django.db import transaction

from lienthong.activities import events
from lienthong.activities.deciding import moved
from lienthong.activities.models import OfficeEvent
from lienthong.audit.service import record
from lienthong.organisations.service import Actor


@transaction.atomic
def withdraw_event(actor: Actor, event: OfficeEvent) -> OfficeEvent:
    event = moved(actor, event, "withdraw", "withdraw")
    event.save(update_fields=["state", "reason"])
    record(events.WITHDRAWN, event, by=actor.stamp)
    return event
