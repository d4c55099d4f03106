"""Change an inspection that has not begun: its name, purpose, basis and team."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from lienthong.audit.service import record
from lienthong.inspections import events, items
from lienthong.inspections.models import Inspection
from lienthong.inspections.permissions import begin
from lienthong.inspections.writing import refuse_foreign
from lienthong.organisations.service import Actor, Position


@transaction.atomic
def change_inspection(
    actor: Actor, inspection: Inspection, *, values: dict[str, Any], members: Iterable[Position]
) -> Inspection:
    """``values`` as for :func:`plan_inspection`. Of one that was announced the new team is told."""
    found, team = begin(actor, inspection, "prepare"), list(members)
    refuse_foreign(actor, values, team)
    for name, value in values.items():
        setattr(found, name, value)
    found.save()
    found.members.set(team)
    if found.state == Inspection.State.ANNOUNCED:
        items.tell_team(found, actor)
    record(events.CHANGED, found, by=actor.stamp, title=found.title)
    return found
