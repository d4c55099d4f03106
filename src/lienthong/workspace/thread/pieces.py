"""What parts of every chain have in common: the document, its plan, what was done, and the report that says so."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienthong.organisations.service import Actor
from lienthong.plans import service as plans
from lienthong.registry import service as registry
from lienthong.reports import service as reports
from lienthong.workspace.thread.part import Part


def document_part(
    document: registry.OfficialDocument | None, actor: Actor, span: tuple[int, int] | None = None
) -> Part:
    if document is None:
        return Part(_("không có văn bản nguồn"))
    if not registry.OfficialDocument.objects.visible_to(actor).filter(pk=document.pk).exists():
        return Part(document.title)
    url = registry.source_url(document, *span) if span else reverse("registry:document", args=[document.pk])
    return Part(document.title, url)


def plan_part(plan: plans.Plan | None) -> Part:
    return Part(plan.title, reverse("plans:plan", args=[plan.pk])) if plan else Part(_("chưa có kế hoạch"))


def tasks_part(plan: plans.Plan, actor: Actor, url: str) -> Part:
    count = plans.Assignment.objects.visible_to(actor).in_scope().filter(plan=plan).count()
    return Part(ngettext("%(n)d nhiệm vụ", "%(n)d nhiệm vụ", count) % {"n": count}, url)


def proof_part(works: int, url: str) -> Part:
    return Part(_("%(n)d việc có minh chứng") % {"n": works}, url) if works else Part(_("chưa có minh chứng"))


def report_part(assignment: plans.Assignment | None, plan: plans.Plan | None, actor: Actor) -> Part:
    found = reports.latest_about(actor, plan) if plan and not (assignment and assignment.out_of_scope) else None
    return Part(found.title, reverse("reports:report", args=[found.pk])) if found else Part(_("chưa vào báo cáo"))
