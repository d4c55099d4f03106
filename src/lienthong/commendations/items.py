"""What waits for whom about a nomination: the one place where this room opens and closes work items."""

from django.urls import reverse

from lienthong.commendations.models import Nomination
from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Role, positions_with


def nomination_url(nomination: Nomination) -> str:
    return reverse("commendations:nomination", args=[nomination.pk])


def ask_to_decide(nomination: Nomination, actor: Actor) -> None:
    """The coordinator says what he thinks and the leader decides; the nominator himself is not asked."""
    asked = (
        (Role.COORDINATOR, WorkItem.Kind.CHECK, kept("Cho ý kiến đề nghị biểu dương: %(title)s")),
        (Role.LEADER, WorkItem.Kind.DECIDE, kept("Quyết định đề nghị biểu dương: %(title)s")),
    )
    for role, kind, title in asked:
        for position in positions_with(nomination.office, role):
            if position.user_id not in (nomination.created_by.user_id, nomination.last_editor.user_id):
                open_item(
                    nomination, kind=kind, body=position.body, position=position, office=nomination.office,
                    title=title % {"title": nomination.title}, sender=actor.stamp.label,
                    url=nomination_url(nomination), asked_by=actor.position,
                )  # fmt: skip


def settle(nomination: Nomination, actor: Actor | None = None) -> None:
    """Close what waits: all of it, or once ``actor`` has said what he thinks his own."""
    if actor is None:
        close_items(nomination)
    else:
        close_items(nomination, kind=WorkItem.Kind.CHECK, body=actor.body)


def tell_decided(nomination: Nomination, actor: Actor) -> None:
    if not actor.holds(nomination.created_by):
        words = {"title": nomination.title, "state": nomination.get_state_display(), "reason": nomination.reason}
        sentence = kept("%(title)s: %(state)s. %(reason)s") % words
        notify(nomination.created_by, sentence, nomination_url(nomination))
