"""Insist on a share that its body wanted to give back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor
from lienthong.plans import events, items
from lienthong.plans.models import Share
from lienthong.plans.permissions import begin


@transaction.atomic
def assign_share_again(actor: Actor, share: Share, *, reason: str) -> Share:
    state = begin(actor, share, "assign_again")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do vẫn giao việc này."), field="reason")
    share.state, share.reason, share.assigned_at = state, reason.strip(), timezone.now()
    share.save(update_fields=["state", "reason", "assigned_at"])
    close_items(share)
    items.ask_for_answer(share, actor)
    record(events.SHARE_ASSIGNED_AGAIN, share, by=actor.stamp, reason=share.reason)
    return share
