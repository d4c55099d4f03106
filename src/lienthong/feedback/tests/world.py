"""A case with a photo, its published answer, and what the desk keeps for itself, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.feedback.actions.add_template import add_template
from lienthong.feedback.models import RecurringQuestion
from lienthong.feedback.tests.factories import make_answered, make_assigned, make_submitted, phone_photo, told

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    case = make_submitted(people, told(photos=(phone_photo(),))).case
    answer = make_answered(people)
    template = add_template(people.clerk, title="Mẫu", text="Lời mẫu")
    question = RecurringQuestion.objects.create(office=people.office, category="roads")

    world.rooms["feedback"] = {"pk": case.pk}
    world.use(case, "feedback:step", act="duyet")
    world.use(make_assigned(people), "feedback:assign", "feedback:forward", "feedback:answer")
    world.use(case.photos.get(), "feedback:photo")
    world.use(template, "feedback:remove_template")
    world.use(question, "feedback:recurring")
    world.use(answer, "feedback_answer")
    world.named |= {name: {"code": case.code} for name in ("feedback_code", "feedback_ask_data")}
    world.named["feedback_rate"] = {"token": answer.satisfaction.token}
