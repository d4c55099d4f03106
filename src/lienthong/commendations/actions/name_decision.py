"""Name the registered document that commends."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import Nomination
from lienthong.commendations.permissions import begin
from lienthong.organisations.service import Actor
from lienthong.registry.service import Direction, document_numbered


@transaction.atomic
def name_decision(actor: Actor, nomination: Nomination, *, number: str) -> Nomination:
    """An issued document of the office, by its number."""
    nomination = begin(actor, nomination, "record")
    nomination.document = document_numbered(
        number, actor, nomination.office, field="number", direction=Direction.OUTGOING
    )
    nomination.save(update_fields=["document"])
    record(events.DECISION_NAMED, nomination, by=actor.stamp, document=nomination.document.title)
    return nomination
