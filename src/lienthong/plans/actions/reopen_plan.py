"""Go on with a plan that was ended."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans import events, items
from lienthong.plans.models import Plan, Share
from lienthong.plans.workflow import PLAN


@transaction.atomic
def reopen_plan(actor: Actor, plan: Plan, *, reason: str) -> Plan:
    """What waited when the plan ended waits again: answers, work, results to be confirmed."""
    if not abilities_for(actor, plan).close:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được mở lại kế hoạch."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do mở lại."), field="reason")
    plan.state = PLAN.move(plan.state, "reopen")
    plan.save(update_fields=["state"])
    shares = Share.objects.filter(assignment__plan=plan).open()
    for share in shares.select_related("body", "handler__body", "assignment__plan__office"):
        items.ask_for_what_is_next(share, actor)
    record(events.PLAN_REOPENED, plan, by=actor.stamp, reason=reason.strip())
    return plan
