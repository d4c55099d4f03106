"""Erase who registered for an event, when it is past long enough; how many registered stays."""

from django.db import transaction

from lienthong.activities import events
from lienthong.activities.models import OfficeEvent, Registrant
from lienthong.audit.service import SYSTEM, record
from lienthong.core.keys import key_of


@transaction.atomic
def erase_registrants(event: OfficeEvent) -> int:
    """The schedule acts, nobody else does; returns how many were erased."""
    count, _by_model = Registrant.objects.filter(registration__event=event).delete()
    if count:
        record(events.ERASED, event, by=SYSTEM, office=key_of(event.office), count=count)
    return count
