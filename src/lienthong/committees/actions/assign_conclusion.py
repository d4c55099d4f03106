"""Make a conclusion an assignment of a plan."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import Conclusion, Meeting
from lienthong.committees.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans.service import Assignment, Plan, add_assignment


@transaction.atomic
def assign_conclusion(actor: Actor, conclusion: Conclusion, plan: Plan) -> Assignment:
    meeting = Meeting.objects.select_for_update().get(pk=conclusion.meeting_id)
    begin(actor, meeting, "follow", "follow")
    conclusion = Conclusion.objects.select_related("lead").get(pk=conclusion.pk)
    if conclusion.assignment_id:
        raise Refused(_("Kết luận này đã được giao."))
    if conclusion.lead is None:
        raise Refused(_("Kết luận này không ghi đơn vị chủ trì nên không giao thành nhiệm vụ."))
    conclusion.assignment = add_assignment(
        actor, plan, values={"text": conclusion.text, "due": conclusion.due},
        leads=[conclusion.lead], supports=list(conclusion.supports.all()),
    )  # fmt: skip
    conclusion.save(update_fields=["assignment"])
    record(events.ASSIGNED, meeting, by=actor.stamp, text=str(conclusion))
    return conclusion.assignment
