"""What waits for whom about a lesson: the one place where this room opens and closes work items."""

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.learning.models import Lesson
from lienthong.organisations.service import Actor, Position, Role, positions_with


def lesson_url(lesson: Lesson) -> str:
    return reverse("learning:lesson", args=[lesson.pk])


def ask_for_approval(lesson: Lesson, actor: Actor) -> None:
    """A submitted lesson waits for the leaders and coordinators of the office; never for its last editor."""
    for position in positions_with(lesson.office, Role.LEADER, Role.COORDINATOR):
        if position.user_id != lesson.last_editor.user_id:
            _open(lesson, WorkItem.Kind.DECIDE, kept("Duyệt bài học: %(title)s"), position, actor)


def ask_to_mend(lesson: Lesson, actor: Actor) -> None:
    _open(lesson, WorkItem.Kind.RETURNED, kept("Bài học được trả lại: %(title)s"), lesson.last_editor, actor)


def _open(lesson: Lesson, kind: WorkItem.Kind, title: str, position: Position, actor: Actor) -> None:
    open_item(
        lesson, kind=kind, body=position.body, position=position, office=lesson.office,
        title=title % {"title": lesson.title}, sender=actor.stamp.label, url=lesson_url(lesson),
        asked_by=actor.position,
    )  # fmt: skip


def tell_editor(lesson: Lesson, actor: Actor) -> None:
    if not actor.holds(lesson.last_editor):
        sentence = kept("Bài học được duyệt công khai: %(title)s") % {"title": lesson.title}
        notify(lesson.last_editor, sentence, lesson_url(lesson))


def settle(lesson: Lesson) -> None:
    close_items(lesson)
