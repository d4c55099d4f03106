"""What inspections have for the case file of a plan: findings about its assignments, and what supervisors asked."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.core.case_items import CaseItem, ItemFile, start_of
from lienthong.core.keys import key_of
from lienthong.inspections.concluding import line_text
from lienthong.inspections.items import question_url
from lienthong.inspections.models import CheckLine, Question
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans.service import Plan


def case_items(actor: Actor, plan: Plan) -> list[CaseItem]:
    """Findings and questions about ``plan`` and its assignments that ``actor`` may read."""
    return [*_findings(actor, plan), *_questions(actor, plan)]


def _findings(actor: Actor, plan: Plan) -> Iterator[CaseItem]:
    about = Q(assignment__plan=plan) | Q(mending__plan=plan)
    lines = CheckLine.objects.visible_to(actor).exclude(result="").filter(about)
    for line in lines.select_related("visit__inspection", "visit__body").prefetch_related("files"):
        if not abilities_for(actor, line.visit).findings:
            continue
        files = tuple(ItemFile(one.name, one.stored, one.sha256, one.content_type) for one in line.files.all())
        text = "\n".join([line_text(line), *line.seen])
        url = reverse("inspections:line", args=[line.pk])
        yield CaseItem(key_of(line), start_of(line.visit.day), _("Kiểm tra"), str(line.visit), text, url, files)


def _questions(actor: Actor, plan: Plan) -> Iterator[CaseItem]:
    about = Q(plan=plan) | Q(assignment__plan=plan)
    for question in Question.objects.visible_to(actor).filter(about):
        text = "\n".join(filter(None, [question.text, question.answer]))
        yield CaseItem(
            key_of(question), question.asked_at, _("Câu hỏi giám sát"), str(question), text, question_url(question)
        )
