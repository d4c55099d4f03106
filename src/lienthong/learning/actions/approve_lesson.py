"""Approve a lesson: exactly what the approver read is public from now on."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import public, search
from lienthong.core.refusals import Refused
from lienthong.learning import events, items
from lienthong.learning.deciding import hash_of, moved
from lienthong.learning.models import Lesson
from lienthong.learning.workflow import LESSON
from lienthong.organisations.service import Actor


@transaction.atomic
def approve_lesson(actor: Actor, lesson: Lesson, *, seen: int | None) -> Lesson:
    """``seen`` is the count of saves of what the approver read; another one is refused. He never edited it last."""
    if actor.holds(lesson.last_editor):
        raise Refused(_("Bạn là người sửa sau cùng nên cần người khác duyệt."))
    lesson = moved(actor, lesson, "approve", "decide")
    if lesson.edits != seen:
        raise Refused(_("Nội dung đã đổi sau khi bạn mở. Hãy tải lại và đọc bản mới."))
    lesson.hash = hash_of(lesson)
    lesson.approved_by, lesson.approved_at = actor.own_position, timezone.now()
    lesson.save()
    before = lesson.replaces
    if before is not None and LESSON.allows(before.state, "replace"):
        before.state = LESSON.move(before.state, "replace")
        before.save(update_fields=["state"])
        search.forget(before)
    search.index(lesson, number="", words=f"{lesson.title} {lesson.lead} {lesson.body}")
    items.tell_editor(lesson, actor)
    public.changed(lesson.office_id)
    record(events.APPROVED, lesson, by=actor.stamp, hash=lesson.hash[:12])
    return lesson
