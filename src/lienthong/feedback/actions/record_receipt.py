"""Write down what the agency outside confirmed about a case that was forwarded."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused, required
from lienthong.feedback import events, items
from lienthong.feedback.models import FeedbackCase, Forwarding
from lienthong.feedback.stepping import require_right
from lienthong.organisations.service import Actor


@transaction.atomic
def record_receipt(actor: Actor, case: FeedbackCase, *, receipt: str) -> Forwarding:
    """From this day on the case no longer waits for the office, so it is no longer overdue here."""
    receipt = required(receipt, _("Hãy ghi số phiếu tiếp nhận hoặc văn bản của cơ quan nhận."), "receipt")
    case = require_right(actor, case, "sort", _("Văn thư, cán bộ tổng hợp hoặc lãnh đạo ghi xác nhận."))
    forwarding = case.forwardings.last()
    if case.state != FeedbackCase.State.FORWARDED or forwarding is None:
        raise Refused(_("Phản ánh này không ở nơi cơ quan khác."))
    if forwarding.receipt:
        raise Refused(_("Xác nhận của cơ quan nhận đã được ghi."))
    forwarding.receipt, forwarding.received_on = receipt, timezone.localdate()
    forwarding.save(update_fields=["receipt", "received_on"])
    case.handed_on = forwarding.received_on
    case.save(update_fields=["handed_on"])
    forwarding.case = case
    items.ask_to_follow(forwarding, actor)
    record(events.RECEIPT, case, by=actor.stamp, agency=forwarding.agency, receipt=receipt)
    return forwarding
