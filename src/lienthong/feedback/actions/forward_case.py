"""Forward a case to the agency outside that is competent."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused, required
from lienthong.feedback import events, items
from lienthong.feedback.models import FeedbackCase, Forwarding
from lienthong.feedback.stepping import moved
from lienthong.organisations.service import Actor


@transaction.atomic
def forward_case(actor: Actor, case: FeedbackCase, *, agency: str, letter: str, sent_on: date) -> FeedbackCase:
    """``letter`` is the number and symbol of our document with which it goes."""
    agency = required(agency, _("Hãy ghi cơ quan nhận."), "agency")
    letter = required(letter, _("Hãy ghi số, ký hiệu văn bản chuyển."), "letter")
    if sent_on > timezone.localdate():
        raise Refused(_("Ngày chuyển chưa đến."), field="sent_on")
    case = moved(actor, case, "forward", "sort", _("Văn thư, cán bộ tổng hợp hoặc lãnh đạo chuyển phản ánh."))
    case.unit = case.unit or actor.own_position.body
    case.save(update_fields=["state", "finished_on", "unit"])
    Forwarding.objects.create(case=case, agency=agency, letter=letter, sent_on=sent_on, sent_by=actor.own_position)
    items.ask_for_receipt(case, actor)
    record(events.FORWARDED, case, by=actor.stamp, agency=agency, letter=letter)
    return case
