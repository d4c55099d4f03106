"""End a plan."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans import events, items
from lienthong.plans.models import Plan, Share
from lienthong.plans.workflow import PLAN


@transaction.atomic
def close_plan(actor: Actor, plan: Plan) -> Plan:
    """Nothing of the plan is asked for or reminded any more; everything in it stays to be read and counted."""
    if not abilities_for(actor, plan).close:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được kết thúc kế hoạch."))
    plan.state = PLAN.move(plan.state, "close")
    plan.save(update_fields=["state"])
    for share in Share.objects.filter(assignment__plan=plan).open():
        items.close_all(share)
    record(events.PLAN_CLOSED, plan, by=actor.stamp)
    return plan
