"""Write down money for a plan or for one of its assignments."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.budget.models import BudgetLine
from lienthong.plans.budget.permissions import write_budget
from lienthong.plans.budget.writing import amount_said, write
from lienthong.plans.models import Assignment, Plan


@transaction.atomic
def add_budget_line(
    actor: Actor, plan: Plan, *, values: Mapping[str, Any], assignment: Assignment | None = None
) -> BudgetLine:
    """``values``: source, purpose, planned and approved in whole đồng or None, approval (a document's number), note."""
    write_budget(actor, plan, assignment)
    if assignment is not None and assignment.plan_id != plan.pk:
        raise Refused(_("Nhiệm vụ này thuộc kế hoạch khác."), field="assignment")
    line = BudgetLine(plan=plan, assignment=assignment, created_by=actor.own_position)
    write(actor, line, values)
    line.save()
    with site_language():
        source = str(line.get_source_display())
    record(
        events.BUDGET_ADDED, line, by=actor.stamp, purpose=line.purpose, source=source,
        planned=amount_said(line.planned),
    )  # fmt: skip
    return line
