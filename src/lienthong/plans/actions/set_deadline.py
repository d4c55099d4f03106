"""Those who run the plan set another deadline for one body."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events, items
from lienthong.plans.extending import move_deadline
from lienthong.plans.models import Share
from lienthong.plans.permissions import begin


@transaction.atomic
def set_deadline(actor: Actor, share: Share, *, due: date, reason: str) -> Share:
    begin(actor, share, "set_deadline")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do đổi hạn."), field="reason")
    move_deadline(share, due, actor)
    items.tell_body(
        share, kept("Hạn mới %(due)s: %(name)s") % {"due": f"{due:%d/%m/%Y}", "name": share.assignment.name}
    )
    record(events.DEADLINE_SET, share, by=actor.stamp, due=f"{due:%d/%m/%Y}", reason=reason.strip())
    return share
