"""Name the order from above that a plan carries out."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.models import Plan
from lienthong.plans.permissions import manage
from lienthong.registry.service import Direction, OfficialDocument, document_numbered


@transaction.atomic
def name_superior(actor: Actor, plan: Plan, *, number: str) -> OfficialDocument:
    """The registered incoming document that bears ``number``; :class:`Refused` where none or several do."""
    manage(actor, plan)
    order = document_numbered(number, actor, plan.office, field="number", direction=Direction.INCOMING)
    plan.parent_document = order
    plan.save(update_fields=["parent_document"])
    record(events.SUPERIOR_NAMED, plan, by=actor.stamp, document=order.title)
    return order
