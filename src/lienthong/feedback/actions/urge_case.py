"""Urge the unit that has a case (*đôn đốc*)."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.feedback import events, items
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.stepping import note, require_right
from lienthong.organisations.service import Actor


@transaction.atomic
def urge_case(actor: Actor, case: FeedbackCase, *, text: str = "") -> FeedbackCase:
    case = require_right(actor, case, "urge", _("Lãnh đạo, cán bộ tổng hợp đôn đốc đơn vị đang xử lý."))
    assert case.unit is not None
    note(actor, case, text)
    items.urge(case)
    record(events.URGED, case, by=actor.stamp, unit=case.unit.label)
    return case
