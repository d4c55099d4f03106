"""Call a meeting of a committee: members are invited, and others by name."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.items import ask_to_come
from lienthong.committees.models import Invitee, Meeting
from lienthong.committees.permissions import keep
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body, Position


@transaction.atomic
def plan_meeting(actor: Actor, committee: Body, *, values: dict[str, Any], guests: Iterable[Position] = ()) -> Meeting:
    """``values`` are fields of :class:`Meeting`: title, starts_at, ends_at, place, link, agenda, chair, secretary."""
    keep(actor, committee)
    if values["ends_at"] <= values["starts_at"]:
        raise Refused(_("Giờ kết thúc phải sau giờ bắt đầu."), field="ends_at")
    if not (values.get("place") or values.get("link")):
        raise Refused(_("Hãy ghi địa điểm hoặc đường liên kết họp trực tuyến."), field="place")
    meeting = Meeting.objects.create(committee=committee, created_by=actor.own_position, **values)
    members = committee.committee_members.valid_now().select_related("position")
    asked = {member.position for member in members} | {meeting.chair, meeting.secretary, *guests}
    for position in sorted(asked, key=lambda one: one.pk):
        ask_to_come(Invitee.objects.create(meeting=meeting, position=position), actor)
    record(events.PLANNED, meeting, by=actor.stamp, title=meeting.title, count=len(asked))
    return meeting
