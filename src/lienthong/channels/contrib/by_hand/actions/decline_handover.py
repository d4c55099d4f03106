"""Say that a message could not be posted by hand, and why."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.by_hand import events, items
from lienthong.channels.contrib.by_hand.deciding import locked
from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.core.service import ItemState, Receipt, receive
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def decline_handover(actor: Actor, handover: Handover, *, reason: str) -> Handover:
    reason = reason.strip()[:500]
    if not reason:
        raise Refused(_("Hãy ghi lý do không đăng được."), field="reason")
    handover = locked(actor, handover, "report")
    items.settle(handover)
    refusal = Receipt(handover.delivery.reference, ItemState.REFUSED, sentence=reason)
    receive(handover.delivery, refusal, declared=True, actor=actor)
    record(events.DECLINED, handover, by=actor.stamp, title=handover.delivery.title, reason=reason)
    return handover
