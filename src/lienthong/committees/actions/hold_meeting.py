"""Begin the minutes of a meeting that took place."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.items import settle
from lienthong.committees.models import Meeting
from lienthong.committees.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def hold_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    meeting.state = begin(actor, meeting, "hold", "write")
    meeting.save(update_fields=["state"])
    settle(meeting)
    record(events.HELD, meeting, by=actor.stamp)
    return meeting
