"""Close a case that has nothing to answer, for one of the reasons of a short list."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.feedback import events
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.stepping import moved
from lienthong.organisations.service import Actor


@transaction.atomic
def close_case(actor: Actor, case: FeedbackCase, *, why: str) -> FeedbackCase:
    if why not in FeedbackCase.Why:
        raise Refused(_("Hãy chọn lý do không xử lý."), field="why")
    case = moved(actor, case, "close", "sort", _("Văn thư, cán bộ tổng hợp hoặc lãnh đạo kết thúc phản ánh."))
    case.why = why
    case.save(update_fields=["state", "finished_on", "why"])
    record(events.CLOSED, case, by=actor.stamp, why=str(case.get_why_display()))
    return case
