"""What waits for whom about a meeting: the one place where this room opens and closes work items."""

from django.urls import reverse
from django.utils import timezone

from lienthong.committees.models import Invitee, Meeting
from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor


def meeting_url(meeting: Meeting) -> str:
    return reverse("committees:meeting", args=[meeting.pk])


def ask_to_come(invitee: Invitee, actor: Actor) -> None:
    meeting, position = invitee.meeting, invitee.position
    open_item(
        meeting, kind=WorkItem.Kind.NOTE, body=position.body, position=position,
        office=meeting.committee.office or position.body, title=kept("Dự họp: %(title)s") % {"title": meeting.title},
        sender=actor.stamp.label, url=meeting_url(meeting), due=timezone.localdate(meeting.starts_at),
        asked_by=actor.position,
    )  # fmt: skip


def tell_put_off(meeting: Meeting, actor: Actor) -> None:
    for invitee in meeting.invitees.select_related("position"):
        if invitee.position != actor.position:
            words = {"title": meeting.title, "reason": meeting.reason}
            notify(invitee.position, kept("Hoãn họp: %(title)s. %(reason)s") % words, meeting_url(meeting))


def settle(meeting: Meeting) -> None:
    close_items(meeting)
