"""Remove a budget line of which nothing was spent, with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.budget.models import BudgetLine
from lienthong.plans.budget.permissions import begin
from lienthong.plans.budget.writing import amount_said


@transaction.atomic
def remove_budget_line(actor: Actor, line: BudgetLine, *, reason: str) -> None:
    """What it said stays in the history of its plan."""
    line = begin(actor, line)
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do bỏ dòng kinh phí."), field="reason")
    if line.spendings.exists():
        raise Refused(_("Dòng này đã có khoản chi, không bỏ được. Hãy sửa dòng, hoặc bỏ khoản chi ghi nhầm."))
    record(
        events.BUDGET_REMOVED, line.plan, by=actor.stamp, purpose=line.purpose, planned=amount_said(line.planned),
        reason=reason.strip()[:300],
    )  # fmt: skip
    line.delete()
