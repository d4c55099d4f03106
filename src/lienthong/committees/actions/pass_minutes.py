"""Pass the minutes of a meeting: its chair or a leader says that they are right."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import Meeting
from lienthong.committees.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def pass_minutes(actor: Actor, meeting: Meeting) -> Meeting:
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    state = begin(actor, meeting, "pass", "decide")
    if meeting.invitees.filter(attendance="").exists():
        raise Refused(_("Còn người được mời chưa ghi có mặt hay vắng. Hãy ghi đủ rồi thông qua."))
    if not meeting.conclusions.exists():
        raise Refused(_("Biên bản chưa có kết luận nào."))
    meeting.state = state
    meeting.save(update_fields=["state"])
    record(events.PASSED, meeting, by=actor.stamp, count=meeting.conclusions.count())
    return meeting
