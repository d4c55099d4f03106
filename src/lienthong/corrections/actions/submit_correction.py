"""Submit a correction to who may publish it."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.corrections import events, items
from lienthong.corrections.deciding import locked, moved
from lienthong.corrections.models import Correction
from lienthong.organisations.service import Actor


@transaction.atomic
def submit_correction(actor: Actor, correction: Correction) -> Correction:
    correction = moved(actor, locked(correction), "submit", "submit", reason="")
    items.ask_to_decide(correction, actor)
    record(events.SUBMITTED, correction, by=actor.stamp)
    return correction
