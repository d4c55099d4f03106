"""Order the delivery of an approved message on an outlet at a time."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.core import events
from lienthong.channels.core.contract import Message, PermanentError
from lienthong.channels.core.limiting import faults_in
from lienthong.channels.core.models import Delivery, Outlet
from lienthong.channels.core.outcomes import move
from lienthong.channels.core.payloads import frozen
from lienthong.channels.core.permissions import outlet_abilities
from lienthong.channels.core.registry import channel_class
from lienthong.channels.core.tasks import send_due
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.jobs.service import Claim, wake
from lienthong.organisations.service import Actor


@transaction.atomic
def deliver_message(
    actor: Actor, outlet: Outlet, subject: str, message: Message, due_at: datetime, *, product: str = "", run: int = 0
) -> Delivery:
    """The one row of ``subject`` on ``outlet`` (for this ``run``); ordering it twice gives the row that is there.

    One that was cancelled waits again, for the new time.
    ``message`` is what was approved, byte for byte, and says by whom. ``run`` above 0 is a rerun.
    """
    if not outlet_abilities(actor, outlet).deliver:
        raise NotAllowed(_("Điểm phát hành này của cơ quan khác."))
    _require_deliverable(outlet, message)
    payload, sha256 = frozen(message)
    delivery, created = Delivery.objects.get_or_create(
        outlet=outlet, subject=subject, run=run,
        defaults={
            "product": product, "title": message.title[:300], "payload": payload, "sha256": sha256, "due_at": due_at,
            "next_try_at": due_at, "ordered_by": actor.position,
        },
    )  # fmt: skip
    if not created:
        if delivery.sha256 != sha256:
            raise Refused(_("Bản này đã được hẹn ở đây với nội dung khác. Hãy lập bản mới rồi phát hành."))
        return _again(actor, delivery, due_at) if delivery.state == Delivery.State.CANCELLED else delivery
    when = f"{timezone.localtime(due_at):%d/%m/%Y %H:%M}"
    record(events.ORDERED, delivery, by=actor.stamp, title=delivery.title, outlet=outlet.name, when=when)
    if due_at <= timezone.now():
        wake(send_due)
    return delivery


def _again(actor: Actor, delivery: Delivery, due_at: datetime) -> Delivery:
    if due_at <= timezone.now():
        wake(send_due)
    return move(
        delivery, "order", by=actor.stamp, done=False, job_state=Claim.WAITING, lease_until=None, next_try_at=due_at,
        due_at=due_at, tries=0, reason="", stopped=False, ordered_by=actor.position,
    )  # fmt: skip


def _require_deliverable(outlet: Outlet, message: Message) -> None:
    if outlet.closed_at is not None:
        raise Refused(_("Điểm phát hành này đã đóng."))
    if not message.approval.strip():
        raise Refused(_("Chưa ai duyệt nội dung này nên không phát hành được."))
    try:
        faults = faults_in(message, channel_class(outlet.channel).limits)
    except PermanentError as missing:
        raise Refused(missing.sentence) from missing
    if faults:
        raise Refused(f"{outlet.name}: {' '.join(faults)}")
