"""Documents that came or were issued, and drafts of them."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.drafting.service import Draft, may_draft
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans import service as plans
from lienthong.registry import service as registry
from lienthong.workspace.thread.part import Builders, Part
from lienthong.workspace.thread.pieces import document_part, plan_part, proof_part, report_part, tasks_part


def _of_document(document: registry.OfficialDocument, actor: Actor) -> list[Part]:
    plan = plans.plan_carrying_out(document)
    visible = plan is not None and plans.Plan.objects.visible_to(actor).filter(pk=plan.pk).exists()
    here = Part(document.title, here=True)
    if plan is None or not visible:
        missing = _plan_to_make(document, actor) if plan is None else plan_part(None)
        return [
            here,
            *_drafts(document, actor),
            missing,
            Part(_("chưa có nhiệm vụ")),
            Part(_("chưa có minh chứng")),
            report_part(None, None, actor),
        ]
    url = reverse("plans:plan", args=[plan.pk])
    answering = [document_part(plan.document, actor)] if plan.document and plan.document != document else []
    return [
        here,
        *answering,
        plan_part(plan),
        tasks_part(plan, actor, url),
        proof_part(plans.works_of_plan(plan).count(), url),
        report_part(None, plan, actor),
    ]


def _plan_to_make(document: registry.OfficialDocument, actor: Actor) -> Part:
    """The missing plan; a button for who may make it, once the document is reviewed."""
    if document.reviewed_at is None or not abilities_for(actor, document).plan:
        return plan_part(None)
    return Part(_("Lập kế hoạch"), reverse("plans:plan_from_document", args=[document.pk]), step=True)


def _drafts(document: registry.OfficialDocument, actor: Actor) -> list[Part]:
    """What the office is writing to carry ``document`` out, or where that begins."""
    if document.direction != registry.Direction.INCOMING or document.register_number is None or not may_draft(actor):
        return []
    found = Draft.objects.visible_to(actor).filter(parent=document).under_way().first()
    if found is not None:
        return [Part(found.title, reverse("drafting:draft", args=[found.pk]))]
    return [Part(_("soạn văn bản thực hiện"), reverse("drafting:begin", query={"tu": document.pk}))]


def _of_draft(draft: Draft, actor: Actor) -> list[Part]:
    plan = plans.plan_of(draft.document) if draft.document else None
    return [
        document_part(draft.parent, actor),
        Part(draft.title, here=True),
        document_part(draft.document, actor) if draft.document else Part(_("chưa ban hành")),
        plan_part(plan),
    ]


BUILDERS: Builders = {
    registry.OfficialDocument: _of_document,
    Draft: _of_draft,
}
