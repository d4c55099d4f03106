"""What waits for whom about a procedure: the one place where this room opens and closes work items."""

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Position, Role, positions_with
from lienthong.procedures.models import Batch, Guide, Procedure, Version


def thing_url(thing: Procedure | Guide) -> str:
    return reverse("procedures:guide" if isinstance(thing, Guide) else "procedures:procedure", args=[thing.pk])


def version_url(version: Version) -> str:
    return thing_url(version.about)


def ask_for_approval(version: Version, actor: Actor) -> None:
    """A submitted version waits for the leaders and coordinators of the office; never for its last editor."""
    _ask_deciders(version, kept("Duyệt công khai: %(title)s") % {"title": version.title}, version_url(version), actor)


def ask_for_batch(batch: Batch, actor: Actor) -> None:
    title = kept("Duyệt thủ tục nhập theo %(decision)s") % {"decision": batch.decision}
    _ask_deciders(batch, title, reverse("procedures:batch", args=[batch.pk]), actor)


def _ask_deciders(subject: Version | Batch, title: str, url: str, actor: Actor) -> None:
    office = subject.office if isinstance(subject, Batch) else subject.about.office
    for position in positions_with(office, Role.LEADER, Role.COORDINATOR):
        if position.user_id != actor.user.pk:
            open_item(
                subject, kind=WorkItem.Kind.DECIDE, body=position.body, position=position, office=office,
                title=title, sender=actor.stamp.label, url=url, asked_by=actor.position,
            )  # fmt: skip


def ask_to_mend(version: Version, actor: Actor) -> None:
    editor = version.last_editor
    open_item(
        version, kind=WorkItem.Kind.RETURNED, body=editor.body, position=editor, office=version.about.office,
        title=kept("Được trả lại: %(title)s") % {"title": version.title}, sender=actor.stamp.label,
        url=version_url(version), asked_by=actor.position,
    )  # fmt: skip


def ask_to_check(procedure: Procedure, editor: Position, sentence: str) -> None:
    """What is out of date waits for the unit that wrote it; looking at it or a new version settles it."""
    assert procedure.current is not None
    open_item(
        procedure, kind=WorkItem.Kind.CHECK, body=editor.body, office=procedure.office,
        title=kept("Rà soát thủ tục: %(title)s") % {"title": procedure.current.title}, sender=sentence,
        url=thing_url(procedure),
    )  # fmt: skip


def tell_editor(version: Version, actor: Actor) -> None:
    if not actor.holds(version.last_editor):
        sentence = kept("Được duyệt công khai: %(title)s") % {"title": version.title}
        notify(version.last_editor, sentence, version_url(version))


def settle(thing: Version | Batch | Procedure | Guide) -> None:
    close_items(thing)
