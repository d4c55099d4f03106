"""Give a submitted event back, saying what to mend."""

from django.db import transaction

from lienthong.activities import events, items
from lienthong.activities.deciding import moved
from lienthong.activities.models import OfficeEvent
from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor


@transaction.atomic
def return_event(actor: Actor, event: OfficeEvent, *, reason: str) -> OfficeEvent:
    event = moved(actor, event, "return", "decide", reason=required(reason))
    event.save(update_fields=["state", "reason"])
    items.ask_to_mend(event, actor)
    record(events.RETURNED, event, by=actor.stamp, reason=event.reason)
    return event
