"""Mend the words of a correction of an issued document while it is open."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.corrections import events
from lienthong.corrections.deciding import locked
from lienthong.corrections.models import Correction
from lienthong.corrections.writing import document_words, open_for_writing, saved
from lienthong.organisations.service import Actor


@transaction.atomic
def write_document_note(actor: Actor, correction: Correction, *, values: dict[str, Any], seen: int) -> Correction:
    """``seen`` is the count of saves that the writer began with. The draft has words of its own."""
    correction = locked(correction)
    if correction.kind != Correction.Kind.DOCUMENT:
        raise Refused(_("Đây không phải đính chính văn bản."))
    open_for_writing(actor, correction, seen=seen)
    saved(actor, correction, document_words(values))
    record(events.WRITTEN, correction, by=actor.stamp)
    return correction
