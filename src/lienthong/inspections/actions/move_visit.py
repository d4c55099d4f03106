"""Move the day of a unit; one that was told is told again."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.inspections import events, items
from lienthong.inspections.models import Inspection, Visit
from lienthong.inspections.permissions import begin
from lienthong.inspections.writing import refuse_past
from lienthong.organisations.service import Actor


@transaction.atomic
def move_visit(actor: Actor, visit: Visit, *, day: date, reason: str) -> Visit:
    inspection = begin(actor, visit.inspection, "prepare")
    refuse_past(day, "day")
    reason = required(reason, _("Hãy ghi lý do đổi ngày."), "reason")
    visit = Visit.objects.select_related("inspection__office", "body").get(pk=visit.pk)
    visit.day = day
    visit.save(update_fields=["day"])
    if inspection.state == Inspection.State.ANNOUNCED:
        items.tell_unit(visit, actor)
    record(events.VISIT_MOVED, inspection, by=actor.stamp, body=visit.body.label, day=f"{day:%d/%m/%Y}", reason=reason)
    return visit
