"""Hold the next outgoing number for a document to come."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import Direction, HeldNumber
from lienthong.registry.permissions import may_receive
from lienthong.registry.series import next_number, series_for


def hold_number(actor: Actor, *, day: date, purpose: str, code: str = "") -> HeldNumber:
    """Take the next number of the outgoing register ``code`` of ``day``'s year; the register shows what it is for."""
    if not may_receive(actor):
        raise NotAllowed(_("Chỉ văn thư của cơ quan được giữ số văn bản đi."))
    if not purpose.strip():
        raise Refused(_("Hãy ghi số này giữ cho văn bản nào."), field="purpose")
    with transaction.atomic():
        series = series_for(actor.own_office, Direction.OUTGOING, day, code)
        held = HeldNumber.objects.create(
            series=series, number=next_number(series), purpose=purpose.strip(), held_by=actor.own_position, held_on=day
        )
        record(events.NUMBER_HELD, held, by=actor.stamp, number=str(held), purpose=held.purpose)
    return held
