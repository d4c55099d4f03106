"""Write who came to a meeting, who stood in for whom, and what was said."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import Invitee, Meeting
from lienthong.committees.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Position

Came = Mapping[int, tuple[str, Position | None]]


@transaction.atomic
def write_minutes(actor: Actor, meeting: Meeting, *, came: Came, discussion: str) -> Meeting:
    """``came``: for each invitee's key how he came and, where somebody stood in for him, who."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    begin(actor, meeting, "write", "write")
    for invitee in meeting.invitees.select_related("position__user"):
        if invitee.pk in came:
            _write(invitee, *came[invitee.pk])
    counts = [meeting.invitees.filter(attendance=kind).count() for kind in ("present", "represented")]
    record(events.ATTENDANCE, meeting, by=actor.stamp, present=counts[0], represented=counts[1])
    if meeting.discussion != discussion.strip():
        meeting.discussion = discussion.strip()
        meeting.save(update_fields=["discussion"])
        record(events.WRITTEN, meeting, by=actor.stamp)
    return meeting


def _write(invitee: Invitee, attendance: str, stand_in: Position | None) -> None:
    represented = attendance == Invitee.Attendance.REPRESENTED
    if represented and (stand_in is None or stand_in == invitee.position):
        raise Refused(_("Hãy chọn người dự thay %(who)s.") % {"who": invitee.position})
    if attendance not in ("", *Invitee.Attendance.values):
        raise Refused(_("Hãy chọn có mặt, vắng hoặc ủy quyền dự thay."))
    invitee.attendance, invitee.stand_in = attendance, stand_in if represented else None
    invitee.save(update_fields=["attendance", "stand_in"])
