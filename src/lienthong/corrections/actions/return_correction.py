"""Give a submitted correction back, saying what to mend."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.corrections import events, items
from lienthong.corrections.deciding import locked, moved
from lienthong.corrections.models import Correction
from lienthong.organisations.service import Actor


@transaction.atomic
def return_correction(actor: Actor, correction: Correction, *, reason: str) -> Correction:
    correction = moved(actor, locked(correction), "return", "decide", reason=required(reason))
    items.ask_to_mend(correction, actor)
    record(events.RETURNED, correction, by=actor.stamp)
    return correction
