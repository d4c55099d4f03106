"""Plans, their assignments with shares and occurrences, and lines of their budget."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.organisations.service import Actor
from lienthong.plans import service as plans
from lienthong.workspace.thread.events_for import events_for, own_events
from lienthong.workspace.thread.part import Builders, Part
from lienthong.workspace.thread.pieces import document_part, plan_part, proof_part, report_part, tasks_part
from lienthong.workspace.thread.products_for import own_products, products_for


def _of_plan(plan: plans.Plan, actor: Actor) -> list[Part]:
    url = reverse("plans:plan", args=[plan.pk])
    order = [document_part(plan.parent_document, actor)] if plan.document and plan.parent_document else []
    return [
        *order,
        document_part(plan.document or plan.parent_document, actor),
        Part(plan.title, here=True),
        tasks_part(plan, actor, url),
        proof_part(plans.works_of_plan(plan).count(), url),
        report_part(None, plan, actor),
    ]


def of_assignment(assignment: plans.Assignment, actor: Actor, here: bool = True) -> list[Part]:
    span = None
    if assignment.source_start is not None and assignment.source_end is not None:
        span = (assignment.source_start, assignment.source_end)
    label = f"{assignment.label} {assignment.text}".strip()[:80]
    url = reverse("plans:assignment", args=[assignment.pk])
    return [
        document_part(assignment.source_document, actor, span),
        plan_part(assignment.plan),
        Part(label, "" if here else url, here),
        *([] if not here else own_products(assignment, actor)),
        *([] if not here else own_events(assignment, actor)),
        *([] if not here else below(assignment, plans.works_of_assignment(assignment).count(), url, actor)),
    ]


def below(assignment: plans.Assignment, works: int, url: str, actor: Actor) -> list[Part]:
    if assignment.out_of_scope:
        return []
    return [proof_part(works, url), report_part(assignment, assignment.plan, actor)]


def _of_budget_line(line: plans.BudgetLine, actor: Actor) -> list[Part]:
    whole = [document_part(line.plan.document or line.plan.parent_document, actor), plan_part(line.plan)]
    return [
        *(of_assignment(line.assignment, actor, here=False) if line.assignment else whole),
        Part(_("Kinh phí"), reverse("plans:budget", args=[line.plan_id])),
        Part(line.purpose[:80], here=True),
    ]


def _of_share(share: plans.Share, actor: Actor) -> list[Part]:
    url = reverse("plans:share", args=[share.pk])
    return [
        *of_assignment(share.assignment, actor, here=False),
        Part(f"{share.get_part_display()}: {share.body.label}", here=True),
        *products_for(share, None, actor),
        *events_for(share, None, actor),
        *below(share.assignment, share.credits.count(), url, actor),
    ]


def _of_occurrence(occurrence: plans.Occurrence, actor: Actor) -> list[Part]:
    share = occurrence.share
    url = reverse("plans:share", args=[share.pk])
    total = share.occurrences.issues().count()
    return [
        *of_assignment(share.assignment, actor, here=False),
        Part(f"{share.get_part_display()}: {share.body.label}", url),
        Part(_("Kỳ %(n)d/%(total)d") % {"n": occurrence.number, "total": total}, here=True),
        *products_for(share, occurrence, actor),
        *events_for(share, occurrence, actor),
        *below(share.assignment, occurrence.credits.count(), url, actor),
    ]


BUILDERS: Builders = {
    plans.Plan: _of_plan,
    plans.Assignment: of_assignment,
    plans.Share: _of_share,
    plans.BudgetLine: _of_budget_line,
    plans.Occurrence: _of_occurrence,
}
