"""Close a note: it was answered by a change, or its writer takes it back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.newsroom import events
from lienthong.newsroom.models import MarginNote
from lienthong.organisations.service import Actor, abilities_for


@transaction.atomic
def settle_note(actor: Actor, note: MarginNote) -> MarginNote:
    if not abilities_for(actor, note.version.product).note:
        raise NotAllowed(_("Bạn không khép được ghi chú này."))
    if note.settled_at is None:
        note.settled_by, note.settled_at = actor.own_position, timezone.now()
        note.save(update_fields=["settled_by", "settled_at"])
        record(events.NOTE_SETTLED, note.version.product, by=actor.stamp)
    return note
