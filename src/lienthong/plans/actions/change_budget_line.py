"""Change a budget line; the history says from what to what."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core.language import site_language
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.budget.models import BudgetLine
from lienthong.plans.budget.permissions import begin
from lienthong.plans.budget.writing import write


@transaction.atomic
def change_budget_line(actor: Actor, line: BudgetLine, *, values: Mapping[str, Any]) -> BudgetLine:
    """``values`` as in ``add_budget_line``; what is not in them stays."""
    line = begin(actor, line)
    with site_language():
        changed = write(actor, line, values)
    if changed:
        line.save()
        words = "; ".join(changed)
        record(events.BUDGET_CHANGED, line, by=actor.stamp, purpose=line.purpose, changes=words)
    return line
