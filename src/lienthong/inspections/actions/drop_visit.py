"""Take a unit off the list of an inspection that has not begun."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.inspections import events, items
from lienthong.inspections.models import Visit
from lienthong.inspections.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def drop_visit(actor: Actor, visit: Visit) -> None:
    inspection = begin(actor, visit.inspection, "prepare")
    items.drop_visit_items(visit)
    record(events.VISIT_DROPPED, inspection, by=actor.stamp, body=visit.body.label)
    visit.delete()
