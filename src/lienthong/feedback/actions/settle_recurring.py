"""Write down what was done about a question that many asked."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, required
from lienthong.feedback import events, items
from lienthong.feedback.models import RecurringQuestion
from lienthong.feedback.permissions import term_abilities
from lienthong.organisations.service import Actor


@transaction.atomic
def settle_recurring(actor: Actor, question: RecurringQuestion, *, how: str) -> RecurringQuestion:
    """``how``: the guide or bulletin that was made, or why none is needed; kept out of the log, for it may quote."""
    how = required(how, _("Hãy ghi đã có hướng dẫn, bản tin nào, hoặc vì sao không cần."), "how")
    if not term_abilities(actor, question).change:
        raise NotAllowed(_("Lãnh đạo, cán bộ tổng hợp ghi kết quả."))
    question.settled_by, question.settled_at, question.settled_how = actor.own_position, timezone.now(), how
    question.save(update_fields=["settled_by", "settled_at", "settled_how"])
    items.settle(question)
    record(events.SETTLED, question, by=actor.stamp)
    return question
