"""Add an assignment to a plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.editing import write
from lienthong.plans.finding import index_assignment
from lienthong.plans.giving import Target, give
from lienthong.plans.models import Assignment, Plan, Section
from lienthong.plans.permissions import manage
from lienthong.registry.service import OfficialDocument


@dataclass(frozen=True, slots=True)
class Source:
    """Where an order stands: offsets into the whole text of ``document``."""

    document: OfficialDocument
    start: int
    end: int


@transaction.atomic
def add_assignment(
    actor: Actor,
    plan: Plan,
    *,
    values: Mapping[str, Any],
    leads: Iterable[Target] = (),
    supports: Iterable[Target] = (),
    section: Section | None = None,
    source: Source | None = None,
) -> Assignment:
    """``values`` are fields of :data:`editing.EDITABLE`. Each body of ``leads`` and ``supports`` gets its share.

    ``source`` is the sentence that ordered it, in a document that ``actor`` may read; those bodies may then read it.
    """
    manage(actor, plan)
    if source is not None and not OfficialDocument.objects.visible_to(actor).filter(pk=source.document.pk).exists():
        raise NotAllowed(_("Bạn không được xem văn bản giao nhiệm vụ này."))
    last = plan.assignments.aggregate(last=Max("order"))["last"] or 0
    assignment = Assignment(plan=plan, section=section, order=last + 1)
    if source is not None:
        assignment.source_document = source.document
        assignment.source_start, assignment.source_end = source.start, source.end
    write(assignment, values)
    assignment.save()
    index_assignment(assignment)
    record(events.ASSIGNMENT_ADDED, assignment, by=actor.stamp, name=assignment.name)
    give(actor, assignment, leads, supports)
    return assignment
