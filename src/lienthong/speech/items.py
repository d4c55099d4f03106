"""What waits for whom about a recording: the one place where this room opens and closes work items."""

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Role, positions_with
from lienthong.speech.models import Recording, Script


def script_url(script: Script) -> str:
    return reverse("speech:script", args=[script.pk])


def recording_url(recording: Recording) -> str:
    return reverse("speech:recording", args=[recording.pk])


def ask_to_listen(recording: Recording) -> None:
    """A recording that is ready waits for the leaders and heads of the unit; never for who wrote or made it."""
    office, unit = recording.script.office, recording.made_by.body
    leaders = list(positions_with(office, Role.LEADER))
    heads = [head for head in positions_with(office, Role.UNIT_HEAD) if head.body_id == unit.pk]
    makers = {recording.text_editor.user_id, recording.made_by.user_id}
    for position in heads or leaders:
        if position.user_id not in makers:
            open_item(
                recording, kind=WorkItem.Kind.DECIDE, body=position.body, position=position, office=office,
                title=kept("Nghe và duyệt bản thu: %(title)s") % {"title": recording.script.title},
                sender=str(recording.made_by), url=recording_url(recording), asked_by=recording.made_by,
            )  # fmt: skip


def ask_to_mend(recording: Recording, actor: Actor) -> None:
    position = recording.made_by
    open_item(
        recording, kind=WorkItem.Kind.RETURNED, body=position.body, position=position, office=recording.script.office,
        title=kept("Bản thu được trả lại: %(title)s") % {"title": recording.script.title},
        sender=actor.stamp.label, url=script_url(recording.script), asked_by=actor.position,
    )  # fmt: skip


def tell_maker(recording: Recording, actor: Actor) -> None:
    if recording.made_by != actor.position:
        sentence = kept("Bản thu được duyệt: %(title)s") % {"title": recording.script.title}
        notify(recording.made_by, sentence, recording_url(recording))


def settle(recording: Recording) -> None:
    close_items(recording)
