"""Take or leave one change of a Word file that came back."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.core.keys import resolve
from lienthong.core.refusals import Refused
from lienthong.drafting.actions.add_section import add_section
from lienthong.drafting.actions.add_task import FIELDS, add_task
from lienthong.drafting.actions.remove_section import remove_section
from lienthong.drafting.actions.remove_task import remove_task
from lienthong.drafting.actions.write_draft import write_draft
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.actions.write_task import write_task
from lienthong.drafting.models import Draft, DraftChange, DraftSection, DraftTask
from lienthong.drafting.writing import open_for
from lienthong.organisations.service import Actor


@transaction.atomic
def decide_change(actor: Actor, change: DraftChange, *, take: bool) -> DraftChange:
    """Taken, it is written by the act that a person would use; a place that is gone meanwhile is said to be so."""
    draft = open_for(actor, change.draft)
    change = DraftChange.objects.select_for_update().get(pk=change.pk)
    if change.state != DraftChange.State.WAITING:
        raise Refused(_("Chỗ này đã được quyết định."))
    if take:
        _apply(actor, draft, change)
    change.state = DraftChange.State.TAKEN if take else DraftChange.State.LEFT
    change.save(update_fields=["state"])
    return change


def _apply(actor: Actor, draft: Draft, change: DraftChange) -> None:
    target = resolve(change.target) if change.target else None
    if change.target and target is None:
        raise Refused(_("Phần này không còn trong dự thảo. Hãy chọn “Không nhận”."))
    if change.kind == DraftChange.Kind.ADDED:
        _add(actor, draft, change, target)
    elif change.kind == DraftChange.Kind.REMOVED and isinstance(target, DraftSection):
        remove_section(actor, target)
    elif change.kind == DraftChange.Kind.REMOVED and isinstance(target, DraftTask):
        remove_task(actor, target)
    elif isinstance(target, Draft):
        write_draft(actor, target, values={change.field: change.new}, seen=target.version)
    elif isinstance(target, DraftSection):
        write_section(actor, target, values={change.field: change.new}, seen=target.version)
    elif isinstance(target, DraftTask):
        write_task(actor, target, values={change.field: change.new}, seen=target.version)


def _add(actor: Actor, draft: Draft, change: DraftChange, target: Any) -> None:
    if change.field == "task":
        add_task(actor, target, values={name: value for name, value in change.new.items() if name in FIELDS})
        return
    piece = change.new
    section = add_section(
        actor, draft, title=piece["title"], level=piece["level"], text="\n".join(piece["lines"]), after=target
    )
    for row in piece["rows"]:
        add_task(actor, section, values=row)
