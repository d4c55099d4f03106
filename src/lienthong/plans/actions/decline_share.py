"""The lead body asks to give its share back."""

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
def decline_share(actor: Actor, share: Share, *, reason: str) -> Share:
    """It stays the body's until those who run the plan give it to another one."""
    state = begin(actor, share, "decline")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do trả lại."), field="reason")
    share.state, share.reason, share.last_word_at = state, reason.strip(), timezone.now()
    share.save(update_fields=["state", "reason", "last_word_at"])
    close_items(share)
    items.ask_what_now(share, actor)
    record(events.SHARE_DECLINED, share, by=actor.stamp, reason=share.reason)
    return share
