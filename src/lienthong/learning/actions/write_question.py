"""Write a question of the office's bank."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.learning import events
from lienthong.learning.models import BankQuestion
from lienthong.learning.permissions import may_write
from lienthong.learning.quizzes import read_options
from lienthong.organisations.service import Actor, abilities_for


@transaction.atomic
def write_question(
    actor: Actor, question: BankQuestion | None, *, topic: str, text: str, options: str, explanation: str
) -> BankQuestion:
    """A new one when ``question`` is None; ``options`` a line each, "*" before the right one."""
    if not (abilities_for(actor, question).change if question else may_write(actor)):
        raise NotAllowed(_("Chỉ người của cơ quan viết câu hỏi của cơ quan."))
    for field, said in (("topic", topic), ("text", text), ("explanation", explanation)):
        if not said.strip():
            raise Refused(_("Hãy ghi đủ chủ đề, câu hỏi và giải thích."), field=field)
    question = question or BankQuestion(office=actor.own_office)
    question.options, question.right = read_options(options)
    question.topic, question.text, question.explanation = topic.strip(), text.strip(), explanation.strip()
    question.changed_by, question.changed_at = actor.own_position, timezone.now()
    question.save()
    record(events.QUESTION, question, by=actor.stamp, text=question.text)
    return question
