"""What waits for whom about a public page: the one place where this room opens and closes work items."""

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Position, Role, positions_with
from lienthong.portal.models import PageState


def page_url(standing: PageState) -> str:
    return reverse("portal:page", args=[standing.pk])


def ask_for_approval(standing: PageState, actor: Actor) -> None:
    """A submitted page waits for the leaders and coordinators of the office; never for its last editor."""
    for position in positions_with(standing.office, Role.LEADER, Role.COORDINATOR):
        if position.user_id != standing.last_editor.user_id:
            _open(standing, WorkItem.Kind.DECIDE, kept("Duyệt đăng: %(title)s"), position, actor)


def ask_to_mend(standing: PageState, actor: Actor) -> None:
    _open(standing, WorkItem.Kind.RETURNED, kept("Trang được trả lại: %(title)s"), standing.last_editor, actor)


def tell_editor(standing: PageState, sentence: str, actor: Actor) -> None:
    """A line under the bell of the last editor; ``sentence`` names %(title)s."""
    if standing.last_editor != actor.position:
        notify(standing.last_editor, sentence % {"title": standing.page.draft_title}, page_url(standing))


def settle(standing: PageState) -> None:
    close_items(standing)


def _open(standing: PageState, kind: WorkItem.Kind, title: str, position: Position, actor: Actor) -> None:
    open_item(
        standing, kind=kind, body=position.body, position=position, office=standing.office,
        title=title % {"title": standing.page.draft_title}, sender=actor.stamp.label, url=page_url(standing),
        asked_by=actor.position,
    )  # fmt: skip
