"""Return an answer to its writer, saying what to mend."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.feedback import events, items
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.stepping import moved
from lienthong.organisations.service import Actor


@transaction.atomic
def return_answer(actor: Actor, case: FeedbackCase, *, reason: str) -> FeedbackCase:
    reason = required(reason, _("Hãy ghi lý do, để người viết biết sửa gì."), "reason")
    case = moved(actor, case, "return", "decide", _("Lãnh đạo, cán bộ tổng hợp không viết trả lời này mới duyệt."))
    case.save(update_fields=["state", "finished_on"])
    answer = case.answers.select_related("written_by__user", "written_by__body").order_by("-pk")[0]
    answer.returned_why = reason
    answer.save(update_fields=["returned_why"])
    items.ask_to_mend(case, answer, actor)
    record(events.RETURNED, case, by=actor.stamp)
    return case
