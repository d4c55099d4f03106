"""Who may write down money. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.db.models import QuerySet
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
    return assignment is not None and _led_by(actor).filter(assignment=assignment).exists()


def own_assignments(actor: Actor, plan: Plan) -> QuerySet[Assignment]:
    """The assignments of ``plan`` for which ``actor`` may write money down."""
    found: QuerySet[Assignment] = Assignment.objects.visible_to(actor).in_scope().filter(plan=plan)
    if may_write_budget(actor, plan):
        return found
    led = _led_by(actor) if plan.state == Plan.State.ACTIVE else Share.objects.none()
    return found.filter(pk__in=led.values("assignment"))


def _led_by(actor: Actor) -> QuerySet[Share]:
    """The leading parts of bodies for which ``actor`` answers as a head."""
    if not actor.is_(*_LEADING):
        return Share.objects.none()
    leading = Share.objects.filter(part=Share.Part.LEAD, body__in=actor.body_ids)
    return leading.exclude(state=Share.State.TRANSFERRED)


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
