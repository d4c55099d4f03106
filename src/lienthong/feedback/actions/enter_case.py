"""Enter what a resident said by telephone or at the counter."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.permissions import may_receive
from lienthong.feedback.taking_in import Told, drawn_photos, record_entered, take_in
from lienthong.organisations.service import Actor


def enter_case(actor: Actor, told: Told, *, came: str) -> FeedbackCase:
    if not may_receive(actor):
        raise NotAllowed(_("Văn thư, cán bộ tổng hợp hoặc lãnh đạo ghi phản ánh."))
    drawn, channel = drawn_photos(told), FeedbackCase.Came(came)
    with transaction.atomic():
        case = take_in(
            actor.own_office, told, drawn, came=channel, sender=actor.stamp.label, entered_by=actor.own_position
        )
        record_entered(actor, case)
    return case
