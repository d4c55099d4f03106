"""Erase what is personal in a case: on request, or on schedule."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import SYSTEM, record
from lienthong.core.refusals import Refused
from lienthong.feedback import events
from lienthong.feedback.erasing import take_away
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.stepping import held, require_right
from lienthong.organisations.service import OPERATOR, Actor


@transaction.atomic
def erase_case(actor: Actor, case: FeedbackCase) -> FeedbackCase:
    """Words, place, contact, photos, notes and answers that are not public go; the case, its dates and counts stay.

    The schedule acts as the operator.
    """
    if actor is OPERATOR:
        case = held(case)
    else:
        case = require_right(actor, case, "data", _("Văn thư, cán bộ tổng hợp xóa dữ liệu cá nhân."))
    if case.is_open:
        raise Refused(_("Phản ánh đang xử lý. Hãy trả lời hoặc kết thúc trước khi xóa dữ liệu."))
    take_away(case)
    record(events.ERASED, case, by=SYSTEM if actor is OPERATOR else actor.stamp, code=case.code)
    return case
