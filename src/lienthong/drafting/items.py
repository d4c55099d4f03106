"""What waits for whom about a draft: the one place where this room opens and closes work items."""

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.drafting.models import Draft
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Position, Role, positions_with


def draft_url(draft: Draft) -> str:
    return reverse("drafting:draft", args=[draft.pk])


def ask_for_approval(draft: Draft, actor: Actor) -> None:
    """A submitted draft waits for who signs it, else for the leaders; never for its last editor."""
    signer = draft.signing.position if draft.signing else None
    leaders = [signer] if signer else list(positions_with(draft.office, Role.LEADER))
    for position in leaders:
        if position != actor.position:
            _open(draft, WorkItem.Kind.DECIDE, kept("Duyệt dự thảo: %(title)s"), position, actor)


def ask_to_mend(draft: Draft, actor: Actor) -> None:
    _open(draft, WorkItem.Kind.RETURNED, kept("Dự thảo được trả lại: %(title)s"), draft.last_editor, actor)


def ask_for_number(draft: Draft, actor: Actor) -> None:
    """An approved draft waits for the clerks: number, signed file, issue."""
    for position in positions_with(draft.office, Role.CLERK):
        _open(draft, WorkItem.Kind.DO, kept("Cấp số và ban hành: %(title)s"), position, actor)


def ask_to_carry_out(draft: Draft, actor: Actor) -> None:
    for position in positions_with(draft.office, Role.COORDINATOR):
        _open(draft, WorkItem.Kind.DO, kept("Đưa vào thực hiện: %(title)s"), position, actor)


def tell_drafter(draft: Draft, sentence: str, actor: Actor) -> None:
    """A line under the bell of who began the draft, unless he acts himself; ``sentence`` names %(title)s."""
    if draft.created_by != actor.position:
        notify(draft.created_by, sentence % {"title": draft.title}, draft_url(draft))


def settle(draft: Draft) -> None:
    close_items(draft)


def _open(draft: Draft, kind: WorkItem.Kind, title: str, position: Position, actor: Actor) -> None:
    open_item(
        draft, kind=kind, body=position.body, position=position, office=draft.office,
        title=title % {"title": draft.title}, sender=actor.stamp.label, url=draft_url(draft), asked_by=actor.position,
    )  # fmt: skip
