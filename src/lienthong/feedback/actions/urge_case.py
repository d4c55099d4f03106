"""Urge the unit that has a case (*đôn đốc*)."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.feedback import events, items
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.stepping import note, require_right
from lienthong.organisations.service import Actor


@transaction.atomic
def urge_case(actor: Actor, case: FeedbackCase, *, text: str = "") -> FeedbackCase:
    """Those who answer for it are told; refused where that would be nobody."""
    case = require_right(actor, case, "urge", _("Lãnh đạo, cán bộ tổng hợp đôn đốc đơn vị đang xử lý."))
    assert case.unit is not None
    note(actor, case, text)
    if not items.urge(case, actor):
        raise Refused(_("Không có ai khác ở nơi đang xử lý để đôn đốc. Hãy chuyển phản ánh cho đơn vị khác."))
    record(events.URGED, case, by=actor.stamp, unit=case.unit.label)
    return case
