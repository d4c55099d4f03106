"""Take a lesson from the public, with the reason; its results stay."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core import public, search
from lienthong.learning import events
from lienthong.learning.deciding import given, moved
from lienthong.learning.models import Lesson
from lienthong.organisations.service import Actor


@transaction.atomic
def end_lesson(actor: Actor, lesson: Lesson, *, reason: str) -> Lesson:
    lesson = moved(actor, lesson, "end", "end", reason=given(reason))
    lesson.save(update_fields=["state", "reason"])
    search.forget(lesson)
    public.changed(lesson.office_id)
    record(events.ENDED, lesson, by=actor.stamp, reason=lesson.reason)
    return lesson
