"""Withdraw a nomination that is not proposed after all."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import Nomination
from lienthong.commendations.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def withdraw_nomination(actor: Actor, nomination: Nomination, *, reason: str) -> Nomination:
    nomination = begin(actor, nomination, "withdraw")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do rút đề nghị."), field="reason")
    nomination.reason = reason.strip()
    nomination.save(update_fields=["state", "reason"])
    record(events.WITHDRAWN, nomination, by=actor.stamp, reason=nomination.reason)
    return nomination
