"""Corrections, and questions whether something is so."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.corrections.service import ClaimQuestion, Correction, correct_url, may_correct
from lienthong.drafting.service import Draft
from lienthong.organisations.service import Actor
from lienthong.registry import service as registry
from lienthong.workspace.thread.part import Builders, Part
from lienthong.workspace.thread.pieces import document_part


def corrections_of(thing: models.Model, actor: Actor) -> list[Part]:
    """The correction of an issued document or the one that a draft is for, and where one begins."""
    if not isinstance(thing, registry.OfficialDocument | Draft):
        return []
    about = {"draft": thing} if isinstance(thing, Draft) else {"document": thing}
    found = Correction.objects.visible_to(actor).filter(**about).exclude(state=Correction.State.DROPPED)
    parts = [
        Part(
            _("Đính chính số %(number)s") % {"number": one.printed} if one.number else _("Đính chính"),
            reverse("corrections:correction", args=[one.pk]),
        )
        for one in found.order_by("pk")[:3]
    ]
    under_way = any(one.number is None for one in found)
    if isinstance(thing, registry.OfficialDocument) and not under_way and may_correct(actor, thing):
        parts.append(Part(_("Đính chính văn bản này"), correct_url(thing)))
    return parts


def _of_correction(correction: Correction, actor: Actor) -> list[Part]:
    """What it corrects, itself, and what the public reads of it."""
    if correction.product is not None:
        above = [Part(str(correction.product), reverse("newsroom:product", args=[correction.product.pk]))]
    elif correction.document is not None:
        above = [document_part(correction.document, actor)]
    else:
        asked = ClaimQuestion.objects.visible_to(actor).filter(answer=correction)[:2]
        above = [Part(one.code, reverse("corrections:question", args=[one.pk])) for one in asked]
        above = above or [Part(correction.heading)]
    draft = correction.draft
    drafts = [Part(draft.title, reverse("drafting:draft", args=[draft.pk]))] if draft else []
    published = Part(_("chưa công bố"))
    if correction.number:
        url = reverse("corrections_one", args=[correction.year, correction.number])
        published = Part(_("Số %(number)s") % {"number": correction.printed}, url)
    return [
        Part(_("Đính chính"), reverse("corrections:corrections")),
        *above,
        Part(str(correction), here=True),
        *drafts,
        published,
    ]


def _of_claim_question(question: ClaimQuestion, actor: Actor) -> list[Part]:
    answer = Part(_("chưa trả lời"))
    if question.case_code:
        answer = Part(question.case_code, reverse("feedback:cases", query={"q": question.case_code}))
    elif question.answer is not None:
        answer = Part(str(question.answer), reverse("corrections:correction", args=[question.answer.pk]))
    elif question.why:
        answer = Part(str(question.get_why_display()))
    return [
        Part(_("Câu hỏi “có đúng không?”"), reverse("corrections:questions")),
        Part(question.code, here=True),
        answer,
    ]


BUILDERS: Builders = {
    Correction: _of_correction,
    ClaimQuestion: _of_claim_question,
}
