"""What every act that changes the words of a draft does: the right, the version that was seen, who was last."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.drafting.models import Draft, DraftSection, DraftTask
from lienthong.drafting.permissions import begin
from lienthong.organisations.service import Actor


class Overtaken(Refused):
    """Somebody else saved the same piece meanwhile; nothing was overwritten."""


class Gone(Refused):
    """Somebody else dropped the piece meanwhile; what was typed goes back to its writer."""

    def __init__(self) -> None:
        super().__init__(
            _("Người khác vừa bỏ phần bạn đang sửa. Chữ bạn gõ còn nguyên ở dưới: bấm “Lưu” để đưa lại vào dự thảo.")
        )


def open_for(actor: Actor, draft: Draft) -> Draft:
    """The draft, locked for this transaction, once ``actor`` may write in it."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    begin(actor, draft, "write", "write", _("Bạn không soạn được dự thảo này lúc này."))
    return draft


def locked_section(section: DraftSection) -> DraftSection:
    """``section`` as it stands now, locked for this transaction."""
    found = DraftSection.objects.select_for_update().filter(pk=section.pk).first()
    if found is None:
        raise Gone
    return found


def locked_task(task: DraftTask) -> DraftTask:
    """``task`` as it stands now, locked for this transaction."""
    found = DraftTask.objects.select_for_update().filter(pk=task.pk).first()
    if found is None:
        raise Gone
    return found


def require_seen(thing: Draft | DraftSection | DraftTask, seen: int) -> None:
    """Refuse when ``thing`` is no longer the version that the person had before him."""
    if thing.version != seen:
        raise Overtaken(_("Người khác vừa sửa phần này. Chữ bạn gõ còn nguyên ở dưới: hãy so với bản mới rồi lưu lại."))


def write(thing: Draft | DraftSection | DraftTask, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(thing, name, value)
    thing.version += 1
    thing.save()


def touched(actor: Actor, draft: Draft) -> None:
    """Note who wrote last: the one who may not approve it."""
    Draft.objects.filter(pk=draft.pk).update(last_editor=actor.own_position, changed_at=timezone.now())
