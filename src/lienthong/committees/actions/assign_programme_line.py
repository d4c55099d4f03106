"""Make a line of the programme an assignment of a plan."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import ProgrammeLine
from lienthong.committees.permissions import keep
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans.service import Assignment, Plan, add_assignment


@transaction.atomic
def assign_programme_line(actor: Actor, line: ProgrammeLine, plan: Plan) -> Assignment:
    """Due at the end of its month, or of its quarter."""
    keep(actor, line.committee)
    line = ProgrammeLine.objects.select_for_update().get(pk=line.pk)
    if line.assignment_id:
        raise Refused(_("Nội dung này đã được giao."))
    values = {"text": line.text, "due": _end(line.year, line.month or line.quarter * 3)}
    line.assignment = add_assignment(actor, plan, values=values, leads=[line.lead])
    line.save(update_fields=["assignment"])
    record(events.LINE_ASSIGNED, line.committee, by=actor.stamp, text=str(line))
    return line.assignment


def _end(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
