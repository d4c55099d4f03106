"""What waits for whom about corrections: the one place where this room opens and closes work items."""

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Role, positions_with

_KIND = WorkItem.Kind


def correction_url(correction: Correction) -> str:
    return reverse("corrections:correction", args=[correction.pk])


def question_url(question: ClaimQuestion) -> str:
    return reverse("corrections:question", args=[question.pk])


def ask_to_decide(correction: Correction, actor: Actor) -> None:
    """A submitted correction waits for the leaders and coordinators of the office; never for its last editor."""
    for position in positions_with(correction.office, Role.LEADER, Role.COORDINATOR):
        if position.user_id != correction.last_editor.user_id:
            open_item(
                correction, kind=_KIND.DECIDE, body=position.body, position=position, office=correction.office,
                title=kept("Duyệt đính chính: %(title)s") % {"title": str(correction)}, sender=actor.stamp.label,
                url=correction_url(correction), asked_by=actor.position,
            )  # fmt: skip


def ask_to_mend(correction: Correction, actor: Actor) -> None:
    editor = correction.last_editor
    open_item(
        correction, kind=_KIND.RETURNED, body=editor.body, position=editor, office=correction.office,
        title=kept("Đính chính được trả lại: %(title)s") % {"title": str(correction)}, sender=actor.stamp.label,
        url=correction_url(correction), asked_by=actor.position,
    )  # fmt: skip


def tell_editor(correction: Correction, actor: Actor) -> None:
    if not actor.holds(correction.last_editor):
        words = {"number": correction.printed, "title": str(correction)}
        sentence = kept("Đính chính số %(number)s đã công bố: %(title)s") % words
        notify(correction.last_editor, sentence, correction_url(correction))


def tell_author(correction: Correction) -> None:
    """Who wrote the corrected version learns the number under which the public reads it."""
    words = {"number": correction.printed, "title": correction.heading}
    sentence = kept("Đính chính số %(number)s đã công bố: %(title)s") % words
    notify(correction.last_editor, sentence, correction_url(correction))


def ask_to_go_on(correction: Correction, actor: Actor) -> None:
    """The document that corrects is issued: whoever wrote the note submits it; one that waits is published now."""
    editor, state = correction.last_editor, correction.state
    if state in (Correction.State.WRITING, Correction.State.RETURNED):
        open_item(
            correction, kind=_KIND.DO, body=editor.body, position=editor, office=correction.office,
            title=kept("Trình công bố đính chính: %(title)s") % {"title": str(correction)}, sender=actor.stamp.label,
            url=correction_url(correction), asked_by=actor.position,
        )  # fmt: skip
    elif state == Correction.State.WAITING:
        for position in positions_with(correction.office, Role.LEADER, Role.COORDINATOR):
            if position.user_id != editor.user_id:
                sentence = kept("Văn bản đã ban hành, công bố được đính chính: %(title)s")
                notify(position, sentence % {"title": str(correction)}, correction_url(correction))


def ask_to_answer(question: ClaimQuestion) -> None:
    """A question waits for the coordinators; where an office has none, for its clerks."""
    positions = positions_with(question.office, Role.COORDINATOR) or positions_with(question.office, Role.CLERK)
    for position in positions:
        open_item(
            question, kind=_KIND.CHECK, body=position.body, position=position, office=question.office,
            title=kept("Người dân hỏi “có đúng không?”: mã %(code)s") % {"code": question.code},
            sender=kept("Người dân"), url=question_url(question),
        )  # fmt: skip


def settle(thing: Correction | ClaimQuestion) -> None:
    close_items(thing)
