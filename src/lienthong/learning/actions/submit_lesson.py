"""Submit a lesson to who may let it out."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.learning import events, items
from lienthong.learning.deciding import moved
from lienthong.learning.models import Lesson
from lienthong.organisations.service import Actor


@transaction.atomic
def submit_lesson(actor: Actor, lesson: Lesson) -> Lesson:
    lesson = moved(actor, lesson, "submit", "submit")
    lesson.save(update_fields=["state", "reason"])
    items.ask_for_approval(lesson, actor)
    record(events.SUBMITTED, lesson, by=actor.stamp)
    return lesson
