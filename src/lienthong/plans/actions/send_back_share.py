"""Send a submitted or confirmed share back to its body."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor
from lienthong.plans import events, items
from lienthong.plans.models import Share
from lienthong.plans.permissions import begin


@transaction.atomic
def send_back_share(actor: Actor, share: Share, *, reason: str) -> Share:
    """What was submitted stays in the history and in its evidence; the body reads why it was not enough."""
    state = begin(actor, share, "send_back")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do trả lại."), field="reason")
    share.state, share.reason, share.done_on = state, reason.strip(), None
    share.save(update_fields=["state", "reason", "done_on"])
    close_items(share)
    items.ask_again(share, actor)
    items.tell_body(share, kept("Kết quả được trả lại: %(name)s") % {"name": share.assignment.name})
    record(events.SHARE_SENT_BACK, share, by=actor.stamp, reason=share.reason)
    return share
