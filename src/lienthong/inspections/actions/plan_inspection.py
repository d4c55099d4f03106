"""Plan an inspection of the office's units."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.inspections import events
from lienthong.inspections.models import Inspection
from lienthong.inspections.permissions import may_plan
from lienthong.inspections.writing import refuse_foreign
from lienthong.organisations.service import Actor, Position


@transaction.atomic
def plan_inspection(actor: Actor, *, values: dict[str, Any], members: Iterable[Position] = ()) -> Inspection:
    """``values`` are fields of :class:`Inspection`: title, kind, year, purpose, basis, head."""
    if not may_plan(actor):
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được lập cuộc kiểm tra."))
    team = list(members)
    refuse_foreign(actor, values, team)
    inspection = Inspection.objects.create(office=actor.own_office, created_by=actor.own_position, **values)
    inspection.members.set(team)
    record(events.PLANNED, inspection, by=actor.stamp, title=inspection.title)
    return inspection
