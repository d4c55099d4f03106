"""Approve an event: exactly what the approver read is public from now on."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.activities import events, items
from lienthong.activities.deciding import hash_of, moved, owes_word, words_of
from lienthong.activities.models import OfficeEvent
from lienthong.audit.service import record
from lienthong.core import public, search
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def approve_event(actor: Actor, event: OfficeEvent, *, seen: int | None) -> OfficeEvent:
    """``seen`` is the count of saves of what the approver read; another one is refused. He never edited it last."""
    if actor.holds(event.last_editor):
        raise Refused(_("Bạn là người sửa sau cùng nên cần người khác duyệt."))
    event = moved(actor, event, "approve", "decide")
    if event.edits != seen:
        raise Refused(_("Nội dung đã đổi sau khi bạn mở. Hãy tải lại và đọc bản mới."))
    before, event.published = event.published, words_of(event)
    event.untold = event.untold or (before is not None and owes_word(event, before))
    event.hash = hash_of(event.published)
    event.approved_by, event.approved_at = actor.own_position, timezone.now()
    event.save()
    search.index(event, number="", words=f"{event.title} {event.about} {event.place}")
    items.tell_editor(event, actor)
    if event.untold:
        items.ask_to_tell(event)
    items.remind(event)
    public.changed(event.office_id)
    record(events.APPROVED, event, by=actor.stamp, hash=event.hash[:12])
    return event
