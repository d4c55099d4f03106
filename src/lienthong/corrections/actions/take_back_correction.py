"""Take a submitted correction back to mend it."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.corrections import events
from lienthong.corrections.deciding import locked, moved
from lienthong.corrections.models import Correction
from lienthong.organisations.service import Actor


@transaction.atomic
def take_back_correction(actor: Actor, correction: Correction) -> Correction:
    correction = moved(actor, locked(correction), "take_back", "take_back")
    record(events.TAKEN_BACK, correction, by=actor.stamp)
    return correction
