"""Those who run the plan take a submitted share as done."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events, items
from lienthong.plans.models import Share
from lienthong.plans.permissions import begin


@transaction.atomic
def confirm_share(actor: Actor, share: Share) -> Share:
    """The day the work was done stays; who submitted it cannot confirm it."""
    state = begin(actor, share, "confirm")
    if share.submitted_by_id is not None and share.submitted_by_id == actor.own_position.pk:
        raise Refused(_("Bạn đã trình kết quả này nên cần người khác xác nhận."))
    share.state = state
    share.save(update_fields=["state"])
    items.close_all(share)
    items.tell_submitter(share, kept("Đã xác nhận hoàn thành: %(name)s") % {"name": share.assignment.name})
    record(events.SHARE_CONFIRMED, share, by=actor.stamp, date=f"{share.done_on:%d/%m/%Y}")
    return share
