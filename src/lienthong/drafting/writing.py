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


def open_for(actor: Actor, draft: Draft) -> Draft:
    """The draft, locked for this transaction, once ``actor`` may write in it."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    begin(actor, draft, "write", "write", _("Bạn không soạn được dự thảo này lúc này."))
    return draft


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
