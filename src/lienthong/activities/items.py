"""What waits for whom about activities: the one place where this room opens and closes work items."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from lienthong.activities.models import OfficeEvent
from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Body, Position, Role, positions_with


def event_url(event: OfficeEvent) -> str:
    return reverse("activities:event", args=[event.pk])


def ask_for_approval(event: OfficeEvent, actor: Actor) -> None:
    """A submitted event waits for the leaders and coordinators of the office; never for its last editor."""
    for position in positions_with(event.office, Role.LEADER, Role.COORDINATOR):
        if position.user_id != event.last_editor.user_id:
            _open(event, WorkItem.Kind.DECIDE, kept("Duyệt sự kiện: %(title)s"), position, actor)


def ask_to_mend(event: OfficeEvent, actor: Actor) -> None:
    _open(event, WorkItem.Kind.RETURNED, kept("Sự kiện được trả lại: %(title)s"), event.last_editor, actor)


def _open(event: OfficeEvent, kind: WorkItem.Kind, title: str, position: Position, actor: Actor) -> None:
    open_item(
        event, kind=kind, body=position.body, position=position, office=event.office,
        title=title % {"title": event.title}, sender=actor.stamp.label, url=event_url(event), asked_by=actor.position,
    )  # fmt: skip


def tell_editor(event: OfficeEvent, actor: Actor) -> None:
    if not actor.holds(event.last_editor):
        sentence = kept("Sự kiện được duyệt công khai: %(title)s") % {"title": event.title}
        notify(event.last_editor, sentence, event_url(event))


def remind(event: OfficeEvent) -> None:
    """Once it is a day away at most: its unit has it to hold, invited units to come to. Asking twice asks once."""
    starts = timezone.localtime(event.starts_at)
    if starts.date() > timezone.localdate() + timedelta(days=1) or event.is_over:
        return
    said = {"title": event.title, "when": f"{starts:%H:%M %d/%m}"}
    _remind(event, event.body, WorkItem.Kind.DO, kept("Tổ chức sự kiện: %(title)s, %(when)s") % said)
    for body in event.invited.exclude(pk=event.body_id):
        _remind(event, body, WorkItem.Kind.CHECK, kept("Được mời dự: %(title)s, %(when)s") % said)


def _remind(event: OfficeEvent, body: Body, kind: WorkItem.Kind, title: str) -> None:
    open_item(
        event, kind=kind, body=body, office=event.office, title=title, sender=event.body.label, url=event_url(event),
        due=timezone.localdate(event.starts_at),
    )  # fmt: skip


def forget_invitations(event: OfficeEvent) -> None:
    """Nobody can come to what is past."""
    close_items(event, kind=WorkItem.Kind.CHECK)


def ask_to_tell(event: OfficeEvent) -> None:
    """The unit that holds it tells those who left a contact for that."""
    open_item(
        event, kind=WorkItem.Kind.ANSWER, body=event.body, office=event.office,
        title=kept("Báo thay đổi cho người đăng ký: %(title)s") % {"title": event.title}, sender=event.body.label,
        url=event_url(event), due=timezone.localdate(),
    )  # fmt: skip


def told(event: OfficeEvent) -> None:
    close_items(event, kind=WorkItem.Kind.ANSWER)


def settle(event: OfficeEvent) -> None:
    """What waited for a step is done; who registered is still to be told of the last change."""
    close_items(event)
    if event.untold:
        ask_to_tell(event)
