"""Answer a question by a correction that is public already."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.corrections import events
from lienthong.corrections.deciding import locked_question
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.organisations.service import Actor


@transaction.atomic
def answer_question(actor: Actor, question: ClaimQuestion, *, correction: Correction) -> ClaimQuestion:
    question = locked_question(actor, question, "answer")
    if correction.office_id != question.office_id or correction.state != Correction.State.PUBLISHED:
        raise Refused(_("Chỉ trả lời bằng đính chính đang công bố của cơ quan."), field="correction")
    question.answer, question.settled_by, question.settled_at = correction, actor.own_position, timezone.now()
    question.save(update_fields=["state", "answer", "settled_by", "settled_at"])
    record(events.ANSWERED, question, by=actor.stamp, number=correction.printed)
    return question
