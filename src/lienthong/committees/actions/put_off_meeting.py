"""Put a meeting off, with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.items import settle, tell_put_off
from lienthong.committees.models import Meeting
from lienthong.committees.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def put_off_meeting(actor: Actor, meeting: Meeting, *, reason: str) -> Meeting:
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    state = begin(actor, meeting, "put_off", "write")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do hoãn họp."), field="reason")
    meeting.state, meeting.reason = state, reason.strip()[:300]
    meeting.save(update_fields=["state", "reason"])
    settle(meeting)
    tell_put_off(meeting, actor)
    record(events.PUT_OFF, meeting, by=actor.stamp, reason=meeting.reason)
    return meeting
