"""Inspections with their visits and lines, and the questions of supervisors."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.inspections import service as inspections
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans import service as plans
from lienthong.workspace.thread.part import Builders, Part
from lienthong.workspace.thread.pieces import document_part, plan_part
from lienthong.workspace.thread.plans import of_assignment


def questions_about(thing: models.Model, actor: Actor) -> list[Part]:
    """What supervisors asked about a plan, an assignment or an inspection, and where a supervisor asks."""
    if not isinstance(thing, plans.Plan | plans.Assignment | inspections.Inspection):
        return []
    asked = inspections.Question.objects.visible_to(actor).filter(**inspections.field_of(thing))
    parts = [Part(_("Câu hỏi giám sát"), reverse("inspections:question", args=[one.pk])) for one in asked[:3]]
    if inspections.may_ask(actor, thing):
        parts.append(Part(_("Đặt câu hỏi"), inspections.ask_url(thing), step=True))
    return parts


def of_inspection(inspection: inspections.Inspection, actor: Actor, here: bool = True) -> list[Part]:
    url = reverse("inspections:inspection", args=[inspection.pk])
    basis = [document_part(inspection.basis, actor)] if inspection.basis else []
    return [*basis, Part(inspection.title, "" if here else url, here), *(_concluded(inspection, actor) if here else [])]


def _concluded(inspection: inspections.Inspection, actor: Actor) -> list[Part]:
    draft = inspection.conclusion
    if draft is None:
        return [Part(_("chưa có văn bản kết luận"))]
    if draft.document is not None:
        return [document_part(draft.document, actor)]
    seen = abilities_for(actor, draft).see
    return [Part(draft.title, reverse("drafting:draft", args=[draft.pk]) if seen else "")]


def _of_visit(visit: inspections.Visit, actor: Actor) -> list[Part]:
    return [*of_inspection(visit.inspection, actor, here=False), Part(visit.body.label, here=True)]


def _of_line(line: inspections.CheckLine, actor: Actor) -> list[Part]:
    """From the assignment that is checked, if the reader may see it, to what was to be mended."""
    seen = plans.Assignment.objects.visible_to(actor)
    before = [line.assignment] if line.assignment and seen.filter(pk=line.assignment_id).exists() else []
    after = [line.mending] if line.mending and seen.filter(pk=line.mending_id).exists() else []
    return [
        *(part for one in before for part in of_assignment(one, actor, here=False)),
        *of_inspection(line.visit.inspection, actor, here=False),
        Part(line.visit.body.label, reverse("inspections:visit", args=[line.visit_id])),
        Part(str(line), here=True),
        *(Part(_("Nhiệm vụ khắc phục"), reverse("plans:assignment", args=[one.pk])) for one in after),
    ]


def _of_question(question: inspections.Question, actor: Actor) -> list[Part]:
    subject = question.subject
    if not abilities_for(actor, subject).see:
        return [Part(str(subject)), Part(_("Câu hỏi giám sát"), here=True)]
    if isinstance(subject, plans.Assignment):
        before = of_assignment(subject, actor, here=False)
    elif isinstance(subject, plans.Plan):
        before = [plan_part(subject)]
    else:
        before = of_inspection(subject, actor, here=False)
    return [*before, Part(_("Câu hỏi giám sát"), here=True)]


BUILDERS: Builders = {
    inspections.Inspection: of_inspection,
    inspections.Visit: _of_visit,
    inspections.CheckLine: _of_line,
    inspections.Question: _of_question,
}
