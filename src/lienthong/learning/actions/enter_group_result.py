"""Enter what came of a lesson that was held for many at once."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.learning import events
from lienthong.learning.holding import places_of
from lienthong.learning.models import GroupResult, Lesson
from lienthong.learning.permissions import lesson_abilities
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def enter_group_result(
    actor: Actor, lesson: Lesson, *, place: Body, held_on: date, people: int, passed: int
) -> GroupResult:
    """Numbers only. Entered again for the same lesson, place and day it puts the earlier word right."""
    if not lesson_abilities(actor, lesson).hold:
        raise NotAllowed(_("Chỉ ghi kết quả bài học đang công khai của cơ quan mình."))
    if place not in places_of(actor):
        raise NotAllowed(_("Bạn không ghi kết quả cho nơi này."))
    if held_on > timezone.localdate():
        raise Refused(_("Ngày học không được sau hôm nay."), field="held_on")
    if not 0 < people < 10_000:
        raise Refused(_("Số người dự phải từ 1 đến 9.999."), field="people")
    if not 0 <= passed <= people:
        raise Refused(_("Số người đạt không được quá số người dự."), field="passed")
    result, _made = GroupResult.objects.update_or_create(
        lesson=lesson, place=place, held_on=held_on,
        defaults={
            "people": people, "passed": passed, "entered_by": actor.own_position, "entered_at": timezone.now()
        },
    )  # fmt: skip
    day = f"{held_on:%d/%m/%Y}"
    record(events.GROUP, lesson, by=actor.stamp, place=place.name, date=day, people=people, passed=passed)
    return result
