"""Call an event off; its public page says that it is not held, the reason stays inside."""

from django.db import transaction

from lienthong.activities import events, items
from lienthong.activities.deciding import moved, owes_word
from lienthong.activities.models import OfficeEvent
from lienthong.audit.service import record
from lienthong.core import public, search
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor


@transaction.atomic
def cancel_event(actor: Actor, event: OfficeEvent, *, reason: str) -> OfficeEvent:
    event = moved(actor, event, "cancel", "cancel", reason=required(reason))
    event.untold = event.published is not None and owes_word(event, None)
    event.save(update_fields=["state", "reason", "untold"])
    if event.untold:
        items.ask_to_tell(event)
    search.forget(event)
    public.changed(event.office_id)
    record(events.CANCELLED, event, by=actor.stamp, reason=event.reason)
    return event
