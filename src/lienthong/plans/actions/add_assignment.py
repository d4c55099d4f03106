"""Add an assignment to a plan."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.editing import write
from lienthong.plans.finding import index_assignment
from lienthong.plans.giving import Target, give
from lienthong.plans.models import Assignment, Plan, Section
from lienthong.plans.permissions import manage


@transaction.atomic
def add_assignment(
    actor: Actor,
    plan: Plan,
    *,
    values: Mapping[str, Any],
    leads: Iterable[Target] = (),
    supports: Iterable[Target] = (),
    section: Section | None = None,
) -> Assignment:
    """``values`` are fields of :data:`editing.EDITABLE`. Each body of ``leads`` and ``supports`` gets its share."""
    manage(actor, plan)
    last = plan.assignments.aggregate(last=Max("order"))["last"] or 0
    assignment = Assignment(plan=plan, section=section, order=last + 1)
    write(assignment, values)
    assignment.save()
    index_assignment(assignment)
    record(events.ASSIGNMENT_ADDED, assignment, by=actor.stamp, name=assignment.name)
    give(actor, assignment, leads, supports)
    return assignment
