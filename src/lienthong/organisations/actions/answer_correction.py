"""Answer a request to put something recorded right; the record itself is only added to."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.keys import resolve
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.records import open_corrections


def answer_correction(actor: Actor, request: audit.Event, *, note: str) -> audit.Event:
    """``note`` says what was done, or why nothing was."""
    if request not in open_corrections(actor):
        raise NotAllowed(_("Chỉ quản trị của cơ quan trả lời được đề nghị này."))
    note = " ".join(note.split())
    if not note:
        raise Refused(_("Hãy ghi câu trả lời."), field="note")
    with transaction.atomic():
        return audit.record(
            events.CORRECTION_ANSWERED,
            resolve(request.subject) or actor.position or actor.user,
            by=actor.stamp,
            request=request.pk,
            what=request.data.get("what", ""),
            note=note[:1000],
        )
