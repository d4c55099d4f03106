"""Make what is to be mended an ordinary assignment of the unit, in a plan."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inspections import events
from lienthong.inspections.models import CheckLine
from lienthong.inspections.permissions import begin
from lienthong.organisations.service import Actor
from lienthong.plans.service import Assignment, Plan, add_assignment


@transaction.atomic
def assign_mending(actor: Actor, line: CheckLine, plan: Plan) -> Assignment:
    inspection = begin(actor, line.visit.inspection, "follow")
    line = CheckLine.objects.select_related("visit__body").get(pk=line.pk)
    if line.mending_id:
        raise Refused(_("Việc khắc phục này đã được giao."))
    if not line.mend:
        raise Refused(_("Nội dung này không ghi việc phải khắc phục."))
    body = line.visit.body
    line.mending = add_assignment(actor, plan, values={"text": line.mend, "due": line.mend_by}, leads=[body])
    line.save(update_fields=["mending"])
    record(events.ASSIGNED, inspection, by=actor.stamp, body=body.label, text=line.mend[:90])
    return line.mending
