"""A leader writes down what the look back at an emergency showed."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.alarm import stepped
from lienthong.channels.contrib.loudspeaker.models import Emergency
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def review_emergency(actor: Actor, emergency: Emergency, *, review: str) -> Emergency:
    if not review.strip():
        raise Refused(_("Hãy ghi kết luận xem lại."), field="review")
    emergency = stepped(actor, emergency, "review", "review")
    emergency.review, emergency.reviewed_by = review.strip(), actor.own_position
    emergency.save(update_fields=["review", "reviewed_by"])
    record(events.EMERGENCY_REVIEWED, emergency, by=actor.stamp, review=emergency.review)
    return emergency
