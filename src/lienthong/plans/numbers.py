"""The figures of plans, each by one rule, counted in SQL. They start from assignments that the caller may see."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienthong.plans.models import Assignment, Occurrence, Plan, Work
from lienthong.plans.queries import AssignmentQuerySet, WorkQuerySet


@dataclass(slots=True)
class PlanNumbers:
    """Counts of assignments in scope by official state, and of issues; ``outside`` is no figure, only how many lines
    are kept as printed. ``reachable`` issues can still be made at the planned rhythm, of ``wanted``."""

    assignments: int = 0
    done_in_time: int = 0
    done_late: int = 0
    running_in_time: int = 0
    running_late: int = 0
    issues_done: int = 0
    issues: int = 0
    issues_to_come: int = 0
    missed: int = 0
    wanted: int = 0
    reruns_done: int = 0
    reruns: int = 0
    outside: int = 0

    @property
    def reachable(self) -> int:
        return self.issues_done + self.issues_to_come

    @property
    def sentence(self) -> str:
        """ "19 nhiệm vụ · 6 xong đúng hạn · 11 đang làm · 2 quá hạn · nhịp: 22/26 số"."""
        parts = [
            ngettext("%(n)d nhiệm vụ", "%(n)d nhiệm vụ", self.assignments) % {"n": self.assignments},
            _("%(n)d xong đúng hạn") % {"n": self.done_in_time},
            _("%(n)d đang làm") % {"n": self.running_in_time},
            _("%(n)d quá hạn") % {"n": self.running_late + self.done_late},
        ]
        if self.wanted:
            parts.append(_("nhịp: %(done)d/%(wanted)d số") % {"done": self.issues_done, "wanted": self.wanted})
        return " · ".join(parts)


def numbers_by_plan(assignments: AssignmentQuerySet, day: date) -> dict[int, PlanNumbers]:
    """The figures of ``assignments`` on ``day`` for each of their plans; the number of queries does not grow."""
    found: dict[int, PlanNumbers] = defaultdict(PlanNumbers)
    assignments = assignments.order_by()
    sets = {
        "assignments": assignments.in_scope(),
        "done_in_time": assignments.done_in_time(),
        "done_late": assignments.done_late(),
        "running_in_time": assignments.running_in_time(day),
        "running_late": assignments.running_late(day),
        "outside": assignments.filter(out_of_scope=True),
    }
    for name, members in sets.items():
        for plan, count in members.values_list("plan").annotate(n=Count("pk")):
            setattr(found[plan], name, count)
    _count_occurrences(found, assignments, day)
    return found


def _count_occurrences(found: dict[int, PlanNumbers], assignments: AssignmentQuerySet, day: date) -> None:
    ids = assignments.in_scope().values("pk")
    issue, closed = Q(kind=Occurrence.Kind.ISSUE), Q(closed_on__isnull=False)
    rows = (
        Occurrence.objects.counted()
        .filter(share__assignment__in=ids)
        .order_by()
        .values("share__assignment__plan")
        .annotate(
            issues=Count("pk", filter=issue),
            issues_done=Count("pk", filter=issue & closed),
            issues_to_come=Count("pk", filter=issue & ~closed & Q(due__gte=day)),
            missed=Count("pk", filter=issue & ~closed & Q(due__lt=day)),
            reruns=Count("pk", filter=~issue),
            reruns_done=Count("pk", filter=~issue & closed),
        )
    )
    for row in rows:
        numbers = found[row.pop("share__assignment__plan")]
        for name, value in row.items():
            setattr(numbers, name, value)
    for plan, wanted in _wanted(assignments):
        found[plan].wanted = wanted


def _wanted(assignments: AssignmentQuerySet) -> list[tuple[int, int]]:
    """How many issues were asked for: the printed total where there is one, for each lead body, else the rhythm's."""
    made = (
        Occurrence.objects.counted()
        .issues()
        .filter(share__assignment=OuterRef("pk"))
        .order_by()
        .values("share__assignment")
    )
    issues = Subquery(made.annotate(n=Count("pk")).values("n"))
    # A share that was handed on is followed by another: the work is asked for once.
    leads = Subquery(
        Assignment.objects.filter(pk=OuterRef("pk"))
        .annotate(n=Count("shares", filter=Q(shares__part="lead") & ~Q(shares__state="transferred")))
        .values("n")
    )
    rows = assignments.in_scope().annotate(made_issues=Coalesce(issues, 0), lead_count=Coalesce(leads, 0))
    totals: dict[int, int] = defaultdict(int)
    for plan, quota, made_issues, lead_count in rows.exclude(rrule="", quota=None).values_list(
        "plan", "quota", "made_issues", "lead_count"
    ):
        totals[plan] += quota * lead_count if quota is not None else made_issues
    return list(totals.items())


def numbers_for(of: Plan | AssignmentQuerySet, day: date) -> PlanNumbers:
    """The figures of one plan, or of any assignments together."""
    assignments = of.assignments.all() if isinstance(of, Plan) else of
    total = PlanNumbers()
    for numbers in numbers_by_plan(assignments, day).values():
        for name in PlanNumbers.__dataclass_fields__:
            setattr(total, name, getattr(total, name) + getattr(numbers, name))
    return total


def works_for(assignments: AssignmentQuerySet) -> WorkQuerySet:
    """The pieces of work credited to assignments in scope, each once however many it counts towards."""
    return Work.objects.filter(credits__share__assignment__in=assignments.in_scope().values("pk")).distinct()
