"""Take a published answer from the public again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import search
from lienthong.core.public import changed
from lienthong.core.refusals import required
from lienthong.feedback import events
from lienthong.feedback.models import Answer, FeedbackCase
from lienthong.feedback.stepping import note, require_right
from lienthong.organisations.service import Actor


@transaction.atomic
def withdraw_answer(actor: Actor, case: FeedbackCase, *, reason: str) -> Answer:
    """The resident still reads it under his code."""
    reason = required(reason, _("Hãy ghi lý do gỡ."), "reason")
    case = require_right(actor, case, "withdraw", _("Lãnh đạo, cán bộ tổng hợp gỡ trả lời đã đăng."))
    answer = case.answers.order_by("-pk")[0]
    answer.withdrawn_at = timezone.now()
    answer.save(update_fields=["withdrawn_at"])
    note(actor, case, reason)
    search.forget(answer)
    changed(case.office_id)
    record(events.WITHDRAWN, case, by=actor.stamp)
    return answer
