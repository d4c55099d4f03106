"""Write the correction of a claim, or mend one."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.corrections import events
from lienthong.corrections.deciding import locked
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.corrections.permissions import correction_abilities, may_write, question_abilities
from lienthong.corrections.writing import claim_of, open_for_writing, saved
from lienthong.organisations.service import Actor


@transaction.atomic
def write_claim(
    actor: Actor,
    correction: Correction | None,
    *,
    values: dict[str, Any],
    seen: int = 0,
    question: ClaimQuestion | None = None,
    replaces: Correction | None = None,
) -> Correction:
    """A new one when ``correction`` is None: the answer to ``question``, or the next word on what it ``replaces``.

    ``seen`` is the count of saves that the writer began with.
    """
    if not may_write(actor):
        raise NotAllowed(_("Chỉ cán bộ của cơ quan viết đính chính của cơ quan."))
    known = claim_of(actor.own_office.pk, values)
    if correction is not None:
        correction = locked(correction)
        if correction.kind != Correction.Kind.CLAIM:
            raise Refused(_("Đính chính tin bài, văn bản của cơ quan không sửa ở đây."))
        open_for_writing(actor, correction, seen=seen)
    else:
        correction = Correction(office=actor.own_office, replaces=_replaceable(actor, replaces))
    saved(actor, correction, known)
    if question is not None:
        _answer_to(actor, question, correction)
    record(events.WRITTEN, correction, by=actor.stamp)
    return correction


def _replaceable(actor: Actor, before: Correction | None) -> Correction | None:
    if before is None:
        return None
    if not correction_abilities(actor, before).replace:
        raise Refused(_("Chỉ thay được đính chính đang công bố."))
    if Correction.objects.filter(replaces=before).exclude(state=Correction.State.DROPPED).exists():
        raise Refused(_("Đã có bản thay cho đính chính này, đang viết hoặc chờ duyệt."))
    Correction.objects.filter(replaces=before).update(replaces=None)
    return before


def _answer_to(actor: Actor, question: ClaimQuestion, correction: Correction) -> None:
    """The question waits until what answers it is published."""
    if not question_abilities(actor, question).settle:
        raise Refused(_("Câu hỏi này đã được trả lời."))
    question.answer = correction
    question.save(update_fields=["answer"])
