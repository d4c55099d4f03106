"""Withdraw a published correction, with the reason. It stays readable under its number, and says so."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.core import public, search
from lienthong.core.refusals import required
from lienthong.corrections import events
from lienthong.corrections.deciding import locked, moved
from lienthong.corrections.models import Correction
from lienthong.organisations.service import Actor


@transaction.atomic
def end_correction(actor: Actor, correction: Correction, *, reason: str) -> Correction:
    correction = moved(actor, locked(correction), "end", "end", reason=required(reason), closed_at=timezone.now())
    search.forget(correction)
    public.changed(correction.office_id)
    record(events.ENDED, correction, by=actor.stamp, reason=correction.reason)
    return correction
