"""Change what an assignment asks for, of whom, and in which rhythm."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core.fields import labels_of
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.editing import follow, write
from lienthong.plans.finding import index_assignment
from lienthong.plans.giving import Target, give
from lienthong.plans.models import Assignment, Section
from lienthong.plans.permissions import manage


@transaction.atomic
def change_assignment(
    actor: Actor,
    assignment: Assignment,
    *,
    values: Mapping[str, Any],
    leads: Iterable[Target],
    supports: Iterable[Target],
    section: Section | None = None,
) -> Assignment:
    """Occurrences are made again when the rhythm changes; closed ones stay. Deadlines that were the old one follow."""
    manage(actor, assignment)
    old_due = assignment.due
    changed = write(assignment, values)
    if section is not None:
        assignment.section = section
    assignment.save()
    index_assignment(assignment)
    if changed:
        names = labels_of(Assignment, changed)
        record(events.ASSIGNMENT_CHANGED, assignment, by=actor.stamp, fields=", ".join(names))
        follow(assignment, old_due)
    give(actor, assignment, leads, supports)
    return assignment
