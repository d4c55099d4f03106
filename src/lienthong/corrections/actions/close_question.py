"""Close a question that nothing official can answer; the reason is one of a short list, in words of our own."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.corrections import events
from lienthong.corrections.deciding import locked_question
from lienthong.corrections.models import ClaimQuestion
from lienthong.organisations.service import Actor


@transaction.atomic
def close_question(actor: Actor, question: ClaimQuestion, *, why: str) -> ClaimQuestion:
    if why not in ClaimQuestion.Why.values:
        raise Refused(_("Hãy chọn lý do."), field="why")
    question = locked_question(actor, question, "close")
    question.why, question.answer = why, None
    question.settled_by, question.settled_at = actor.own_position, timezone.now()
    question.save(update_fields=["state", "why", "answer", "settled_by", "settled_at"])
    with site_language():
        record(events.CLOSED, question, by=actor.stamp, why=str(question.get_why_display()))
    return question
