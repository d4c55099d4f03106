"""What residents read and write: pages, procedures, guides, lessons, feedback."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.feedback.service import FeedbackCase
from lienthong.learning.service import Lesson
from lienthong.organisations.service import Actor
from lienthong.portal.service import PageState
from lienthong.procedures.service import Guide, Procedure
from lienthong.workspace.thread.part import Builders, Part


def _of_page(standing: PageState, actor: Actor) -> list[Part]:
    return [Part(_("Cổng thông tin"), reverse("portal:pages")), Part(standing.page.draft_title, here=True)]


def _of_procedure(procedure: Procedure, actor: Actor) -> list[Part]:
    version = procedure.versions.first()
    above = [Part(_("Thủ tục hành chính"), reverse("procedures:procedures"))]
    return [*above, Part(version.decision), Part(version.title, here=True)] if version else above


def _of_guide(guide: Guide, actor: Actor) -> list[Part]:
    version = guide.versions.first()
    above = [Part(_("Hướng dẫn từng bước"), reverse("procedures:guides"))]
    return [*above, Part(version.title, here=True)] if version else above


def _of_lesson(lesson: Lesson, actor: Actor) -> list[Part]:
    return [Part(_("Bình dân học vụ số"), reverse("learning:lessons")), Part(lesson.title, here=True)]


def _of_feedback(case: FeedbackCase, actor: Actor) -> list[Part]:
    answer = case.answer
    published = answer is not None and answer.public and answer.approved_at and not answer.withdrawn_at
    return [
        Part(_("Phản ánh, kiến nghị"), reverse("feedback:cases")),
        Part(case.code, here=True),
        Part(case.unit.label if case.unit else _("chưa chuyển đơn vị")),
        Part(_("Đã trả lời") if case.answered_on else _("chưa trả lời")),
        Part(_("Đã đăng"), reverse("feedback_answer", args=[answer.pk]))
        if published and answer
        else Part(_("chưa đăng")),
    ]


BUILDERS: Builders = {
    PageState: _of_page,
    Procedure: _of_procedure,
    Guide: _of_guide,
    FeedbackCase: _of_feedback,
    Lesson: _of_lesson,
}
