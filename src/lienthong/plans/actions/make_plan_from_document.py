"""Make a plan from what a person confirmed in a document."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from vanban.dates import window_of

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans import events
from lienthong.plans.beginning import new_plan
from lienthong.plans.budget.reading import printed_line
from lienthong.plans.editing import read_rhythm
from lienthong.plans.finding import index_assignment
from lienthong.plans.giving import give
from lienthong.plans.models import Assignment, Plan, Section
from lienthong.registry.service import ConfirmedTask, OfficialDocument, confirmed_tasks


@transaction.atomic
def make_plan_from_document(
    actor: Actor,
    document: OfficialDocument,
    *,
    title: str,
    starts_on: date,
    ends_on: date,
    tasks: list[ConfirmedTask] | None = None,
) -> Plan:
    """Every confirmed task becomes an assignment that points at its sentence; each body gets its own share.

    ``tasks`` are given where the office wrote the document here itself.

    A line marked *ngoài phạm vi công cụ* is kept as printed: no deadline, rhythm, product or funding follows from it.
    """
    if not abilities_for(actor, document).plan:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được lập kế hoạch từ văn bản này."))
    if Plan.objects.filter(document=document).exists():
        raise Refused(_("Văn bản này đã có kế hoạch. Hãy mở kế hoạch đó để sửa."))
    tasks = confirmed_tasks(document) if tasks is None else tasks
    if not tasks:
        raise Refused(_("Chưa có nhiệm vụ nào được xác nhận. Hãy duyệt nội dung đã đọc của văn bản trước."))
    plan = new_plan(actor, title, starts_on, ends_on, document)
    if document.answers_id:
        plan.parent_document = document.answers
        plan.save(update_fields=["parent_document"])
    sections = _Sections(plan)
    for order, task in enumerate(tasks, start=1):
        assignment = _assignment(plan, document, task, order)
        assignment.section = sections.of(task)
        assignment.save()
        index_assignment(assignment)
        if task.funding and not task.out_of_scope:
            printed_line(assignment, task.funding)
        give(actor, assignment, task.leads, task.supports)
    record(events.PLAN_MADE, plan, by=actor.stamp, title=plan.title, document=document.title, count=len(tasks))
    return plan


def _assignment(plan: Plan, document: OfficialDocument, task: ConfirmedTask, order: int) -> Assignment:
    assignment = Assignment(
        plan=plan,
        label=task.label[:80],
        order=order,
        text=task.text,
        source_document=document,
        source_start=task.start,
        source_end=task.end,
        when_printed=task.when[:300],
        frequency_printed=task.frequency[:300],
        out_of_scope=task.out_of_scope,
    )
    if task.out_of_scope:
        return assignment
    assignment.due = task.due
    assignment.product_printed = task.product[:500]
    _set_rhythm(assignment, plan, task)
    return assignment


def _set_rhythm(assignment: Assignment, plan: Plan, task: ConfirmedTask) -> None:
    """The window as printed, from the day that was chosen at review or on which the plan begins; then the rhythm."""
    first, last = window_of(task.when) or (None, None)
    start = task.starts_on or max(first or plan.starts_on, plan.starts_on)
    end = last or plan.ends_on
    if start > end:
        return
    assignment.window_start = start if first or task.starts_on else None
    assignment.window_end = last
    read_rhythm(assignment, start, end)


class _Sections:
    """The headings of the plan, each made once, in the order in which tasks stand under them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.made: dict[tuple[str, ...], Section] = {}

    def of(self, task: ConfirmedTask) -> Section | None:
        labels, found = task.label.split("."), None
        for level in range(1, len(task.section_titles) + 1):
            key = tuple(task.section_titles[:level])
            if key not in self.made:
                self.made[key] = Section.objects.create(
                    plan=self.plan,
                    path=".".join(labels[:level])[:80],
                    title=key[-1],
                    level=level,
                    order=len(self.made) + 1,
                )
            found = self.made[key]
        return found
