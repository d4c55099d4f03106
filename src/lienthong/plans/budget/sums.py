"""Sums of money: planned, approved, spent and left. What has no amount is counted as a line and said, never as zero."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from lienthong.core.amounts import amount_words
from lienthong.organisations.service import Actor
from lienthong.plans.budget.models import BudgetLine
from lienthong.plans.models import Assignment, Plan, Share


@dataclass(slots=True)
class Sum:
    """Over some lines, in whole đồng; ``unsaid`` lines have no amount, and what was spent of them is in ``spent``.

    ``left`` is what may be spent (as approved, before that as planned) less what was spent, of lines with an amount.
    """

    lines: int = 0
    unsaid: int = 0
    planned: int = 0
    approved: int = 0
    decided: int = 0
    spent: int = 0
    left: int = 0

    def add(self, line: BudgetLine) -> None:
        """``line`` from a queryset ``with_spent``."""
        self.lines += 1
        self.spent += line.spent or 0
        self.planned += line.planned or 0
        self.approved += line.approved or 0
        self.decided += line.approved is not None
        self.unsaid += line.given is None
        self.left += line.left or 0

    @property
    def planned_words(self) -> str:
        return _words(self.planned, self.lines - self.unsaid)

    @property
    def approved_words(self) -> str:
        return _words(self.approved, self.decided)

    @property
    def spent_words(self) -> str:
        return amount_words(self.spent)

    @property
    def left_words(self) -> str:
        return _words(self.left, self.lines - self.unsaid)

    @property
    def over(self) -> bool:
        return self.left < 0


def _words(amount: int, said: int) -> str:
    return amount_words(amount) if said else _("chưa ghi số")


def sum_of(lines: Iterable[BudgetLine]) -> Sum:
    total = Sum()
    for line in lines:
        total.add(line)
    return total


@dataclass(slots=True)
class Group:
    """Lines under one heading with their sum; ``assignment`` where the heading is one."""

    name: str
    lines: list[BudgetLine] = field(default_factory=list)
    assignment: Assignment | None = None

    @property
    def sum(self) -> Sum:
        return sum_of(self.lines)


@dataclass(frozen=True, slots=True)
class Budget:
    """The money of a plan as far as one may see it: by assignment in the plan's order, and cut three other ways.

    The money of an assignment that several bodies lead stands under all of them together, so that it is summed once.
    """

    groups: list[Group]
    by_source: list[Group]
    by_section: list[Group]
    by_unit: list[Group]
    total: Sum


def budget_of(actor: Actor, plan: Plan) -> Budget:
    """Three queries, however many lines there are."""
    leads = Share.objects.filter(part=Share.Part.LEAD).exclude(state=Share.State.TRANSFERRED).select_related("body")
    found = BudgetLine.objects.visible_to(actor).in_scope().filter(plan=plan).with_spent()
    found = found.select_related("assignment__section", "approval").prefetch_related(
        Prefetch("assignment__shares", queryset=leads.order_by("body__sort"), to_attr="leading")
    )
    lines = list(found.order_by("assignment__order", "pk"))
    lines.sort(key=lambda line: (line.assignment is not None, line.assignment.order if line.assignment else 0, line.pk))
    whole = _("Chung cho cả kế hoạch")
    groups = _grouped(lines, lambda line: line.assignment.name if line.assignment else whole, by_assignment=True)
    sources = {source: place for place, source in enumerate(BudgetLine.Source.values)}
    by_source = _grouped(sorted(lines, key=lambda line: sources[line.source]), lambda line: line.get_source_display())
    return Budget(
        groups, by_source, _grouped(lines, lambda line: _section(line) or whole),
        _grouped(lines, lambda line: _unit(line) or whole), sum_of(lines),
    )  # fmt: skip


def _section(line: BudgetLine) -> str:
    if line.assignment is None:
        return ""
    section = line.assignment.section
    return f"{section.path} {section.title}".strip() if section else _("Nhiệm vụ không thuộc phần nào")


def _unit(line: BudgetLine) -> str:
    if line.assignment is None:
        return ""
    leading: list[Share] = line.assignment.leading  # type: ignore[attr-defined]  # prefetched
    return ", ".join(share.body.label for share in leading) or _("Chưa có đơn vị chủ trì")


def _grouped(
    lines: list[BudgetLine], name: Callable[[BudgetLine], object], *, by_assignment: bool = False
) -> list[Group]:
    """The lines under the heading that ``name`` gives each; ``by_assignment`` tells apart those of the same words."""
    groups: dict[object, Group] = {}
    for line in lines:
        heading = str(name(line))
        key = line.assignment_id if by_assignment else heading
        assignment = line.assignment if by_assignment else None
        groups.setdefault(key, Group(heading, assignment=assignment)).lines.append(line)
    return list(groups.values())
