"""Give out everything personal that is kept of a case, for the resident whose it is."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.feedback import events
from lienthong.feedback.erasing import done, everything_of
from lienthong.feedback.models import DataRequest, FeedbackCase
from lienthong.feedback.stepping import require_right
from lienthong.organisations.service import Actor


@transaction.atomic
def export_case(actor: Actor, case: FeedbackCase) -> dict[str, Any]:
    """Plain values, ready to be written as JSON. Handed over once the desk has made sure of who asks."""
    case = require_right(actor, case, "data", _("Văn thư, cán bộ tổng hợp xuất dữ liệu cá nhân."))
    done(case, DataRequest.Kind.COPY)
    record(events.EXPORTED, case, by=actor.stamp, code=case.code)
    return everything_of(case)
