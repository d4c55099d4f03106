"""Give a share to another body."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.days import WorkCalendar
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body
from lienthong.plans import events, items
from lienthong.plans.giving import announce
from lienthong.plans.models import Share
from lienthong.plans.occurrences import regenerate
from lienthong.plans.permissions import begin


@transaction.atomic
def transfer_share(actor: Actor, share: Share, *, body: Body, reason: str) -> Share:
    """The new body's share, with the same deadline. The old one keeps a copy to read, with what it did and proved.

    Occurrences that the old body closed stay with it and count; the new body gets the others.
    """
    state = begin(actor, share, "transfer")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do chuyển."), field="reason")
    assignment = share.assignment
    if assignment.shares.filter(body=body).exists():
        raise Refused(_("%(body)s đã có phần việc trong nhiệm vụ này.") % {"body": body}, field="body")
    items.close_all(share)
    share.state, share.reason = state, reason.strip()
    share.save(update_fields=["state", "reason"])
    calendar = WorkCalendar()
    regenerate(share, calendar)
    new = Share.objects.create(
        assignment=assignment,
        body=body,
        part=share.part,
        group=share.group,
        due=share.due,
        assigned_at=timezone.now(),
        came_from=share,
    )
    announce(actor, new, calendar)
    items.tell_body(share, kept("Đã chuyển sang %(body)s: %(name)s") % {"body": body, "name": assignment.name})
    record(events.SHARE_TRANSFERRED, share, by=actor.stamp, body=body.name, reason=share.reason)
    return new
