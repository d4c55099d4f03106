"""The door of plans: what was promised, who does it, what was done, and what proves it."""

from lienthong.plans.actions.accept_share import accept_share
from lienthong.plans.actions.add_assignment import Source, add_assignment
from lienthong.plans.actions.add_budget_line import add_budget_line
from lienthong.plans.actions.ask_extension import ask_extension
from lienthong.plans.actions.assign_handler import assign_handler
from lienthong.plans.actions.assign_share_again import assign_share_again
from lienthong.plans.actions.change_assignment import change_assignment
from lienthong.plans.actions.change_budget_line import change_budget_line
from lienthong.plans.actions.close_out_of_scope import close_out_of_scope
from lienthong.plans.actions.close_plan import close_plan
from lienthong.plans.actions.confirm_share import confirm_share
from lienthong.plans.actions.create_plan import create_plan
from lienthong.plans.actions.decide_extension import decide_extension
from lienthong.plans.actions.decline_share import decline_share
from lienthong.plans.actions.make_plan_from_document import make_plan_from_document
from lienthong.plans.actions.name_superior import name_superior
from lienthong.plans.actions.note_share import note_share
from lienthong.plans.actions.prove_share import prove_share
from lienthong.plans.actions.record_delivery import record_delivery
from lienthong.plans.actions.record_spending import record_spending
from lienthong.plans.actions.record_work import record_work
from lienthong.plans.actions.remove_budget_line import remove_budget_line
from lienthong.plans.actions.reopen_plan import reopen_plan
from lienthong.plans.actions.report_progress import report_progress
from lienthong.plans.actions.send_back_share import send_back_share
from lienthong.plans.actions.set_deadline import set_deadline
from lienthong.plans.actions.submit_share import submit_share
from lienthong.plans.actions.transfer_share import transfer_share
from lienthong.plans.actions.urge_share import urge_share
from lienthong.plans.actions.withdraw_spending import withdraw_spending
from lienthong.plans.budget.models import BudgetLine, Spending
from lienthong.plans.case_items import case_items
from lienthong.plans.crediting import Choice, choices_for, chosen_from
from lienthong.plans.jobs import ask_for_due_occurrences
from lienthong.plans.models import Assignment, Evidence, Extension, Occurrence, Plan, Share, Work
from lienthong.plans.numbers import PlanNumbers, numbers_by_plan, numbers_for, works_for
from lienthong.plans.occurrences import Forecast, forecast_of, window_of
from lienthong.plans.permissions import HEADS, ONLOOKERS
from lienthong.plans.proving import Delivered, Proof
from lienthong.plans.queries import OccurrenceQuerySet, WorkQuerySet
from lienthong.plans.targets import asked_target
from lienthong.registry.service import OfficialDocument


def plan_of(document: OfficialDocument) -> Plan | None:
    """The plan that was made from ``document``, if there is one."""
    return Plan.objects.filter(document=document).first()


def plan_carrying_out(document: OfficialDocument) -> Plan | None:
    """The plan that was made from ``document``, else the newest of those whose document answers it."""
    return plan_of(document) or Plan.objects.filter(parent_document=document).order_by("-pk").first()


def works_of_plan(plan: Plan) -> WorkQuerySet:
    return works_for(plan.assignments.all())


def works_of_assignment(assignment: Assignment) -> WorkQuerySet:
    return works_for(Assignment.objects.filter(pk=assignment.pk))


__all__ = [
    "HEADS",
    "ONLOOKERS",
    "Assignment",
    "BudgetLine",
    "Choice",
    "Delivered",
    "Evidence",
    "Extension",
    "Forecast",
    "Occurrence",
    "OccurrenceQuerySet",
    "Plan",
    "PlanNumbers",
    "Proof",
    "Share",
    "Source",
    "Spending",
    "Work",
    "accept_share",
    "add_assignment",
    "add_budget_line",
    "ask_extension",
    "ask_for_due_occurrences",
    "asked_target",
    "assign_handler",
    "assign_share_again",
    "case_items",
    "change_assignment",
    "change_budget_line",
    "choices_for",
    "chosen_from",
    "close_out_of_scope",
    "close_plan",
    "confirm_share",
    "create_plan",
    "decide_extension",
    "decline_share",
    "forecast_of",
    "make_plan_from_document",
    "name_superior",
    "note_share",
    "numbers_by_plan",
    "numbers_for",
    "plan_carrying_out",
    "plan_of",
    "prove_share",
    "record_delivery",
    "record_spending",
    "record_work",
    "remove_budget_line",
    "reopen_plan",
    "report_progress",
    "send_back_share",
    "set_deadline",
    "submit_share",
    "transfer_share",
    "urge_share",
    "window_of",
    "withdraw_spending",
    "works_for",
    "works_of_assignment",
    "works_of_plan",
]
