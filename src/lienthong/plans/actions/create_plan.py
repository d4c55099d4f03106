"""Begin a plan by hand."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.finding import index_plan
from lienthong.plans.models import Plan
from lienthong.plans.permissions import MANAGERS
from lienthong.registry.service import OfficialDocument


@transaction.atomic
def create_plan(
    actor: Actor, *, title: str, starts_on: date, ends_on: date, parent_document: OfficialDocument | None = None
) -> Plan:
    """A plan of the actor's office without assignments. ``parent_document`` is the order that it carries out."""
    plan = new_plan(actor, title, starts_on, ends_on)
    plan.parent_document = parent_document
    plan.save(update_fields=["parent_document"])
    record(events.PLAN_CREATED, plan, by=actor.stamp, title=plan.title)
    return plan


def new_plan(
    actor: Actor, title: str, starts_on: date, ends_on: date, document: OfficialDocument | None = None
) -> Plan:
    """The stored plan, after the checks that every new plan passes."""
    if not actor.is_(*MANAGERS) or actor.office is None or actor.position is None:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được lập kế hoạch."))
    if not title.strip():
        raise Refused(_("Hãy ghi tên kế hoạch."), field="title")
    if ends_on < starts_on:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="ends_on")
    plan = Plan.objects.create(
        office=actor.office,
        title=title.strip()[:500],
        starts_on=starts_on,
        ends_on=ends_on,
        document=document,
        created_by=actor.position,
    )
    index_plan(plan)
    return plan
