"""The plan that every way to begin one starts from."""

from datetime import date

from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.plans.finding import index_plan
from lienthong.plans.models import Plan
from lienthong.plans.permissions import MANAGERS
from lienthong.registry.service import OfficialDocument


def new_plan(
    actor: Actor, title: str, starts_on: date, ends_on: date, document: OfficialDocument | None = None
) -> Plan:
    """The stored plan, after the checks that every new plan passes."""
    if not actor.is_(*MANAGERS) or actor.office is None:
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
        created_by=actor.own_position,
    )
    index_plan(plan)
    return plan
