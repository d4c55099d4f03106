"""Take a proposed nomination back to mend it."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.items import settle
from lienthong.commendations.models import Nomination
from lienthong.commendations.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def take_back_nomination(actor: Actor, nomination: Nomination) -> Nomination:
    nomination = begin(actor, nomination, "take_back")
    nomination.save(update_fields=["state"])
    settle(nomination)
    record(events.TAKEN_BACK, nomination, by=actor.stamp)
    return nomination
