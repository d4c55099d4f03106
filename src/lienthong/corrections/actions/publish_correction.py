"""Approve and publish a correction: exactly what the approver read is numbered, frozen and public from now on."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import public, search
from lienthong.core.refusals import Refused
from lienthong.corrections import events, items
from lienthong.corrections.deciding import locked, locked_question, moved
from lienthong.corrections.models import Correction
from lienthong.corrections.noting import freeze
from lienthong.corrections.own import documents_of
from lienthong.corrections.workflow import CORRECTION
from lienthong.organisations.service import Actor

_FROZEN = ("number", "year", "approved_by", "published_at", "frozen", "hash", "old")


@transaction.atomic
def publish_correction(actor: Actor, correction: Correction, *, seen: int | None) -> Correction:
    """``seen`` is the count of saves of what the approver read; another one is refused. He never edited it last."""
    correction = locked(correction)
    if actor.holds(correction.last_editor):
        raise Refused(_("Bạn là người sửa sau cùng nên cần người khác duyệt."))
    if correction.edits != seen:
        raise Refused(_("Nội dung đã đổi sau khi bạn mở. Hãy tải lại và đọc bản mới."))
    moved(actor, correction, "publish", "decide")
    if correction.kind == Correction.Kind.DOCUMENT:
        _require_issued(correction)
        correction.old = documents_of(correction)
    freeze(correction, actor.own_position, timezone.now())
    correction.save(update_fields=_FROZEN)
    if correction.replaces is not None:
        _replace(actor, correction.replaces, correction)
    _answer(actor, correction)
    search.index(correction, number=correction.printed, words=_searched(correction))
    public.changed(correction.office_id)
    items.tell_editor(correction, actor)
    record(events.PUBLISHED, correction, by=actor.stamp, number=correction.printed, hash=correction.hash[:12])
    return correction


def _require_issued(correction: Correction) -> None:
    """A note says by which document something was corrected, so that has to be issued."""
    draft = correction.draft
    if draft is None or draft.state == draft.State.DROPPED:
        raise Refused(_("Chưa có văn bản để đính chính. Hãy trả lại để soạn, hoặc bỏ đính chính này."))
    if draft.state != draft.State.ISSUED:
        words = {"title": draft.title, "state": draft.get_state_display()}
        raise Refused(_("“%(title)s” còn ở bước “%(state)s”. Ban hành văn bản đó rồi mới công bố đính chính.") % words)


def _replace(actor: Actor, before: Correction, correction: Correction) -> None:
    before = locked(before)
    before.state, before.closed_at = CORRECTION.move(before.state, "replace"), timezone.now()
    before.save(update_fields=["state", "closed_at"])
    search.forget(before)
    record(events.REPLACED, before, by=actor.stamp, number=correction.printed)


def _answer(actor: Actor, correction: Correction) -> None:
    """The questions that it was written for are answered by it."""
    for waiting in correction.questions.waiting():
        question = locked_question(actor, waiting, "answer")
        question.settled_by, question.settled_at = actor.own_position, timezone.now()
        question.save(update_fields=["state", "settled_by", "settled_at"])
        record(events.ANSWERED, question, by=actor.stamp, number=correction.printed)


def _searched(correction: Correction) -> str:
    note = correction.note
    return " ".join((correction.claim, correction.truth, correction.advice, note["heading"], note["label_name"]))
