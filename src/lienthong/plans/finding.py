"""What plans and assignments are found by."""

from lienthong.core.search import index
from lienthong.plans.models import Assignment, Plan


def index_plan(plan: Plan) -> None:
    index(plan, number="", words=plan.title)


def index_assignment(assignment: Assignment) -> None:
    index(assignment, number="", words=f"{assignment.label} {assignment.text} {assignment.product_printed}")
