"""The head of a body names who in it does the work."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.inbox.service import notify
from lienthong.organisations.service import Actor, Position
from lienthong.plans import events, items
from lienthong.plans.models import Share
from lienthong.plans.permissions import begin


@transaction.atomic
def assign_handler(actor: Actor, share: Share, *, handler: Position) -> Share:
    """Work items of the share and of its occurrences move to ``handler``, a position of the same body."""
    begin(actor, share, "assign_handler")
    if handler.body_id != share.body_id or not handler.valid_on(timezone.localdate()):
        raise Refused(_("Người được giao phải đang công tác tại đơn vị này."), field="handler")
    share.handler = handler
    share.save(update_fields=["handler"])
    items.move_to_handler(share, actor)
    if handler != actor.position:
        text = kept("Bạn được giao thực hiện: %(name)s") % {"name": share.assignment.name}
        notify(handler, text, items.share_url(share))
    record(events.HANDLER_ASSIGNED, share, by=actor.stamp, handler=str(handler))
    return share
