"""Show a complaint or denunciation its own way: the Law on Complaints 02/2011/QH13, on Denunciations 25/2018/QH14."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.feedback import events
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.stepping import moved
from lienthong.organisations.service import Actor


@transaction.atomic
def redirect_case(actor: Actor, case: FeedbackCase) -> FeedbackCase:
    """Under its code the resident reads where such a letter goes: address, hours and telephone of the office."""
    case = moved(actor, case, "redirect", "sort", _("Văn thư, cán bộ tổng hợp hoặc lãnh đạo hướng dẫn."))
    case.save(update_fields=["state", "finished_on"])
    record(events.REDIRECTED, case, by=actor.stamp)
    return case
