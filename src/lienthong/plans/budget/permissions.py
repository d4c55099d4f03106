"""Who may write down money. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Abilities, Actor, Role, register_abilities
from lienthong.plans.budget.models import BudgetLine, Spending
from lienthong.plans.models import Assignment, Plan, Share

#: Heads that write for an assignment which their body leads.
_LEADING = (Role.UNIT_HEAD, Role.HAMLET_HEAD)


@dataclass(frozen=True, slots=True)
class BudgetLineAbilities(Abilities):
    """``write``: the line, what was spent of it and its papers."""

    write: bool = False


def may_write_budget(actor: Actor, plan: Plan, assignment: Assignment | None = None) -> bool:
    """The coordinator of the office for all of its plan, a head for an assignment that his body leads.

    The leader sees money and decides on it by documents; he does not enter it.
    """
    if plan.state != Plan.State.ACTIVE or (assignment is not None and assignment.out_of_scope):
        return False
    if actor.is_(Role.COORDINATOR) and actor.in_office(plan.office_id):
        return True
    if assignment is None or not actor.is_(*_LEADING):
        return False
    leads = Share.objects.filter(assignment=assignment, part=Share.Part.LEAD, body__in=actor.body_ids)
    return leads.exclude(state=Share.State.TRANSFERRED).exists()


def budget_line_abilities(actor: Actor, line: BudgetLine) -> BudgetLineAbilities:
    if not BudgetLine.objects.visible_to(actor).filter(pk=line.pk).exists():
        return BudgetLineAbilities()
    return BudgetLineAbilities(see=True, write=may_write_budget(actor, line.plan, line.assignment))


def spending_abilities(actor: Actor, spending: Spending) -> BudgetLineAbilities:
    return budget_line_abilities(actor, spending.line)


def write_budget(actor: Actor, plan: Plan, assignment: Assignment | None) -> None:
    """NotAllowed unless ``actor`` may write money of ``assignment``, or of the plan as a whole."""
    if assignment is not None and assignment.out_of_scope:
        raise Refused(_("Nhiệm vụ ngoài phạm vi công cụ được giữ nguyên văn, không ghi kinh phí."))
    if not may_write_budget(actor, plan, assignment):
        raise NotAllowed(
            _("Chỉ cán bộ tổng hợp, hoặc người đứng đầu đơn vị chủ trì, ghi kinh phí của kế hoạch đang thực hiện.")
        )


def begin(actor: Actor, line: BudgetLine) -> BudgetLine:
    """The line, locked for this transaction, once ``actor`` may write it."""
    locked = BudgetLine.objects.select_for_update(of=("self",)).select_related("plan", "assignment").get(pk=line.pk)
    write_budget(actor, locked.plan, locked.assignment)
    return locked


register_abilities(BudgetLine, budget_line_abilities)
register_abilities(Spending, spending_abilities)
