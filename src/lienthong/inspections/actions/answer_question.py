"""Answer what a supervisor asked; the answer is shown to him."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.inspections import events, items
from lienthong.inspections.models import Question
from lienthong.inspections.workflow import QUESTION
from lienthong.organisations.service import Actor, after_step


@transaction.atomic
def answer_question(actor: Actor, question: Question, *, text: str) -> Question:
    found = Question.objects.select_for_update().get(pk=question.pk)
    found.state = after_step(
        actor, found, QUESTION, "answer", "answer", unseen=_("Bạn không được xem câu hỏi này."),
        refused=_("Chỉ đơn vị được hỏi, hoặc cán bộ tổng hợp và lãnh đạo khi hỏi chung, trả lời được."),
    )  # fmt: skip
    found.answer = required(text, _("Hãy ghi nội dung trả lời."), "text")
    found.answered_by, found.answered_at = actor.own_position, timezone.now()
    found.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    items.give_answer(found)
    record(events.ANSWERED, found, by=actor.stamp, about=str(found.subject)[:90])
    return found
