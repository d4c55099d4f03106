"""Whoever has its code takes a registration back; name and contact go with it."""

from django.db import transaction

from lienthong.activities import events
from lienthong.activities.models import Registration
from lienthong.audit.service import SYSTEM, record
from lienthong.core.keys import key_of


@transaction.atomic
def drop_registration(registration: Registration) -> None:
    event = registration.event
    record(events.UNREGISTERED, event, by=SYSTEM, office=key_of(event.office), people=registration.people)
    registration.delete()
