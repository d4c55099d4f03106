"""Hand the desk words that somebody else of the office met with and that have to be registered and answered."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.permissions import may_hand_in
from lienthong.feedback.taking_in import Told, record_entered, take_in
from lienthong.organisations.service import Actor


@transaction.atomic
def hand_in_case(actor: Actor, text: str) -> FeedbackCase:
    """The desk sorts it like any other; who handed it in sees it only if it is given to his unit."""
    if not may_hand_in(actor):
        raise NotAllowed(_("Chỉ cán bộ của cơ quan chuyển lời thành phản ánh."))
    case = take_in(
        actor.own_office, Told(text[:4000]), [], came=FeedbackCase.Came.COUNTER, sender=actor.stamp.label,
        entered_by=actor.own_position,
    )  # fmt: skip
    record_entered(actor, case)
    return case
