"""Give a case back to the desk: it is another unit's work."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.feedback import events, items
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.stepping import moved, note
from lienthong.organisations.service import Actor


@transaction.atomic
def give_back_case(actor: Actor, case: FeedbackCase, *, reason: str) -> FeedbackCase:
    reason = required(reason, _("Hãy ghi lý do, để bộ phận tiếp nhận chuyển đúng nơi."), "reason")
    case = moved(actor, case, "give_back", "give_back", _("Chỉ đơn vị được chuyển mới trả lại phản ánh."))
    note(actor, case, reason)
    case.unit = None
    case.save(update_fields=["state", "finished_on", "unit"])
    items.ask_to_sort(case, actor.stamp.label)
    record(events.GIVEN_BACK, case, by=actor.stamp)
    return case
