"""Give a submitted lesson back, saying what to mend."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.learning import events, items
from lienthong.learning.deciding import given, moved
from lienthong.learning.models import Lesson
from lienthong.organisations.service import Actor


@transaction.atomic
def return_lesson(actor: Actor, lesson: Lesson, *, reason: str) -> Lesson:
    lesson = moved(actor, lesson, "return", "decide", reason=given(reason))
    lesson.save(update_fields=["state", "reason"])
    items.ask_to_mend(lesson, actor)
    record(events.RETURNED, lesson, by=actor.stamp, reason=lesson.reason)
    return lesson
