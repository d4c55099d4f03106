"""Say what happened to a delivery of which nobody knows whether it went out."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.channels.core.deciding import locked, required
from lienthong.channels.core.links import checked_link
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.outcomes import move, work_on
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor

PUBLISHED, NOT_PUBLISHED, DROPPED = "published", "not-published", "dropped"


@transaction.atomic
def settle_unknown(actor: Actor, delivery: Delivery, answer: str, *, url: str = "", reason: str = "") -> Delivery:
    """``answer``: it is out (``url`` shows it), it is not and is sent again, or it is given up with a ``reason``."""
    delivery = locked(actor, delivery, "settle")
    if answer == PUBLISHED:
        return move(delivery, "declare", by=actor.stamp, declared=True, url=checked_link(url), note="")
    if answer == DROPPED:
        reason = required(reason)
        return move(delivery, "cancel", by=actor.stamp, sentence=reason, reason=reason)
    if answer != NOT_PUBLISHED:
        raise Refused(_("Hãy chọn điều đã thấy ở kênh."), field="answer")
    if delivery.stopped:
        return move(delivery, "cancel", by=actor.stamp, sentence=delivery.reason)
    return work_on(delivery, "resume", by=actor.stamp, note="", last_error="")
