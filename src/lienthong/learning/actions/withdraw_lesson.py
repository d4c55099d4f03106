"""Take a submitted lesson back to mend it."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.learning import events
from lienthong.learning.deciding import moved
from lienthong.learning.models import Lesson
from lienthong.organisations.service import Actor


@transaction.atomic
def withdraw_lesson(actor: Actor, lesson: Lesson) -> Lesson:
    lesson = moved(actor, lesson, "withdraw", "withdraw")
    lesson.save(update_fields=["state", "reason"])
    record(events.WITHDRAWN, lesson, by=actor.stamp)
    return lesson
