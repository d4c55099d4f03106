"""Ask that something recorded under one's own name be put right."""

from django.db import models, transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.keys import resolve
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.records import OwnLine, events_under_name_of, own_lines_of


def ask_correction(actor: Actor, about: audit.Event | OwnLine, *, note: str) -> audit.Event:
    """``about`` what he did, or what a room keeps about him. The request stands in the history of the same thing; an
    administrator of the office answers it."""
    if actor.position is None or not _is_own(actor, about):
        raise NotAllowed(_("Chỉ đề nghị sửa được điều ghi dưới tên mình."))
    note = " ".join(note.split())
    if not note:
        raise Refused(_("Hãy ghi điều cần sửa."), field="note")
    with transaction.atomic():
        return audit.record(
            events.CORRECTION_ASKED,
            _subject(about) or actor.position,
            by=actor.stamp,
            about=about.key if isinstance(about, OwnLine) else about.pk,
            what=about.sentence,
            note=note[:1000],
        )


def _is_own(actor: Actor, about: audit.Event | OwnLine) -> bool:
    if isinstance(about, OwnLine):
        return about.key in {line.key for line in own_lines_of(actor.user)}
    return events_under_name_of(actor.user).filter(pk=about.pk).exists()


def _subject(about: audit.Event | OwnLine) -> models.Model | None:
    return about.subject if isinstance(about, OwnLine) else resolve(about.subject)
