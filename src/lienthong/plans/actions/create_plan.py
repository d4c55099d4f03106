"""Begin a plan by hand."""

from datetime import date

from django.db import transaction

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.beginning import new_plan
from lienthong.plans.models import Plan
from lienthong.registry.service import OfficialDocument


@transaction.atomic
def create_plan(
    actor: Actor, *, title: str, starts_on: date, ends_on: date, parent_document: OfficialDocument | None = None
) -> Plan:
    """A plan of the actor's office without assignments. ``parent_document`` is the order that it carries out."""
    plan = new_plan(actor, title, starts_on, ends_on)
    plan.parent_document = parent_document
    plan.save(update_fields=["parent_document"])
    record(events.PLAN_CREATED, plan, by=actor.stamp, title=plan.title)
    return plan
