"""Decide on a nomination, with the reason."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.items import settle, tell_decided
from lienthong.commendations.models import Nomination
from lienthong.commendations.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def decide_nomination(actor: Actor, nomination: Nomination, *, agree: bool, reason: str) -> Nomination:
    """Somebody other than the nominator and the leader has to have said what he thinks before."""
    nomination = begin(actor, nomination, "agree" if agree else "refuse")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do của quyết định."), field="reason")
    if not nomination.reviews.exclude(by__user=actor.user).exists():
        raise Refused(_("Chưa ai cho ý kiến về đề nghị này. Hãy đề nghị ít nhất một người khác cho ý kiến trước."))
    nomination.reason = reason.strip()
    nomination.decided_by, nomination.decided_at = actor.own_position, timezone.now()
    nomination.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    settle(nomination)
    tell_decided(nomination, actor)
    record(events.AGREED if agree else events.REFUSED, nomination, by=actor.stamp, reason=nomination.reason)
    return nomination
