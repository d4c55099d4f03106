"""Give a correction up before anybody outside has read it; questions that it was to answer wait again."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.corrections import events
from lienthong.corrections.deciding import locked, moved
from lienthong.corrections.models import Correction
from lienthong.organisations.service import Actor


@transaction.atomic
def drop_correction(actor: Actor, correction: Correction, *, reason: str) -> Correction:
    correction = moved(actor, locked(correction), "drop", "drop", reason=required(reason), replaces=None)
    correction.questions.waiting().update(answer=None)
    record(events.DROPPED, correction, by=actor.stamp)
    return correction
