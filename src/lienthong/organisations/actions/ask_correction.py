"""Ask that something recorded under one's own name be put right."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.keys import resolve
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.records import events_under_name_of


def ask_correction(actor: Actor, event: audit.Event, *, note: str) -> audit.Event:
    """The request stands in the history of the same thing; an administrator of the office answers it."""
    if actor.position is None or not events_under_name_of(actor.user).filter(pk=event.pk).exists():
        raise NotAllowed(_("Chỉ đề nghị sửa được điều ghi dưới tên mình."))
    note = " ".join(note.split())
    if not note:
        raise Refused(_("Hãy ghi điều cần sửa."), field="note")
    with transaction.atomic():
        return audit.record(
            events.CORRECTION_ASKED,
            resolve(event.subject) or actor.position,
            by=actor.stamp,
            about=event.pk,
            what=event.sentence,
            note=note[:1000],
        )
