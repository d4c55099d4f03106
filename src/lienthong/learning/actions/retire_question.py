"""Take a question out of the bank; lessons that have it keep it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.learning import events
from lienthong.learning.models import BankQuestion
from lienthong.organisations.service import Actor, abilities_for


@transaction.atomic
def retire_question(actor: Actor, question: BankQuestion) -> None:
    if not abilities_for(actor, question).change:
        raise NotAllowed(_("Chỉ người của cơ quan viết câu hỏi của cơ quan."))
    question.retired_at = timezone.now()
    question.save(update_fields=["retired_at"])
    record(events.QUESTION_RETIRED, question, by=actor.stamp, text=question.text)
