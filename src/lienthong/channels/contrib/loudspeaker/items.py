"""What waits for whom at the loudspeaker: the one place where this app opens and closes work items."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.models import AirBulletin, ColumnIssue, Emergency, Station
from lienthong.channels.contrib.loudspeaker.sounds import of_recording
from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Position, Role, positions_with

SYSTEM_SENDER = "Đài truyền thanh"


def issue_url(issue: ColumnIssue) -> str:
    return reverse("loudspeaker:issue", args=[issue.pk])


def bulletin_url(bulletin: AirBulletin) -> str:
    return reverse("loudspeaker:bulletin", args=[bulletin.pk])


def emergency_url(emergency: Emergency) -> str:
    return reverse("loudspeaker:emergency", args=[emergency.pk])


def ask_for_missing(station: Station, today: date) -> int:
    """A work item for each issue that plays soon and has no approved recording; returns how many are missing."""
    soon = ColumnIssue.objects.filter(
        column__station=station, column__ended_at=None, day__gte=today, day__lte=today + timedelta(station.prepare_days)
    ).select_related("column__unit", "recording")
    missing = [issue for issue in soon if of_recording(issue.recording) is None]
    for issue in missing:
        unit = issue.column.unit
        open_item(
            issue, kind=WorkItem.Kind.DO, body=unit, office=station.office, sender=SYSTEM_SENDER, due=issue.day,
            title=kept("Chưa có bản thu được duyệt: %(title)s") % {"title": issue}, url=issue_url(issue),
        )  # fmt: skip
    return len(missing)


def issue_is_filled(issue: ColumnIssue) -> None:
    close_items(issue)


def ask_to_choose(bulletin: AirBulletin) -> None:
    """What came from above waits for the commune's choice; an urgent one is only told, it plays already."""
    office = bulletin.station.office
    if bulletin.priority == AirBulletin.Rank.URGENT:
        for position in positions_with(office, Role.LEADER, Role.COORDINATOR):
            sentence = kept("Đang phát tin khẩn cấp của %(sender)s: %(title)s")
            notify(position, sentence % _words(bulletin), bulletin_url(bulletin), urgent=True)
        return
    for position in positions_with(office, Role.COORDINATOR):
        open_item(
            bulletin, kind=WorkItem.Kind.DECIDE, body=position.body, position=position, office=office,
            title=kept("Chọn phát hay không: %(title)s") % _words(bulletin), sender=bulletin.sender,
            url=bulletin_url(bulletin), due=timezone.localdate(bulletin.until),
        )  # fmt: skip


def bulletin_is_decided(bulletin: AirBulletin) -> None:
    close_items(bulletin)


def call_second(emergency: Emergency, actor: Actor) -> list[Position]:
    """Everybody else on duty today is called at once, and the leaders when nobody else is on duty."""
    called = seconds_for(emergency)
    for position in called:
        sentence = kept("Gọi người thứ hai, trả lời trong 2 phút: %(title)s") % {"title": _title(emergency)}
        open_item(
            emergency, kind=WorkItem.Kind.DECIDE, body=position.body, position=position, title=sentence,
            office=emergency.station.office, sender=actor.stamp.label, url=emergency_url(emergency),
            due=timezone.localdate(emergency.called_at), urgent=True, asked_by=actor.position,
        )  # fmt: skip
        notify(position, sentence, emergency_url(emergency), urgent=True)
    return called


def seconds_for(emergency: Emergency) -> list[Position]:
    turns = emergency.station.duty.on_duty(timezone.localdate(emergency.called_at)).select_related("position__body")
    others = [turn.position for turn in turns if turn.position.user_id != emergency.caller.user_id]
    leaders = positions_with(emergency.station.office, Role.LEADER).exclude(user=emergency.caller.user_id)
    return others or list(leaders)


def emergency_is_answered(emergency: Emergency) -> None:
    close_items(emergency)


def tell_leaders(emergency: Emergency) -> None:
    for position in positions_with(emergency.station.office, Role.LEADER):
        sentence = kept("Không ai trả lời trong 2 phút, đang phát dưới tên %(caller)s: %(title)s")
        words = {"caller": emergency.caller, "title": _title(emergency)}
        notify(position, sentence % words, emergency_url(emergency), urgent=True)


def ask_for_review(emergency: Emergency) -> None:
    """The next day a leader looks at what was called; never the caller himself when there is another leader."""
    office = emergency.station.office
    leaders = [one for one in positions_with(office, Role.LEADER) if one.user_id != emergency.caller.user_id]
    for position in leaders:
        open_item(
            emergency, kind=WorkItem.Kind.CHECK, body=position.body, position=position, office=office,
            title=kept("Xem lại lần phát khẩn cấp: %(title)s") % {"title": _title(emergency)},
            sender=str(emergency.caller), url=emergency_url(emergency),
            due=timezone.localdate(emergency.called_at) + timedelta(days=1),
        )  # fmt: skip


def _title(emergency: Emergency) -> str:
    return kept("[Diễn tập] %(title)s") % {"title": emergency.title} if emergency.drill else emergency.title


def _words(bulletin: AirBulletin) -> dict[str, str]:
    return {"title": bulletin.title, "sender": bulletin.sender}
