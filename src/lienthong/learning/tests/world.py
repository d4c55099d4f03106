"""A lesson that is written, one that is public with a result, and a question, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.gate.tests.factories import arriving
from lienthong.learning.actions.take_quiz import take_quiz
from lienthong.learning.tests.factories import make_lesson, make_public, make_question
from lienthong.learning.tokens import code_of_result

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    written, public = make_lesson(people, title="Đặt mật khẩu"), make_public(people)
    result = take_quiz(public, {"0": "1", "1": "1"}, arriving())
    question = make_question(people.member, text="Câu hỏi khác?")

    world.rooms["learning"] = {"pk": public.pk}
    world.use(written, "learning:edit_lesson")
    world.use(written, "learning:step", act="trinh")
    world.use(question, "learning:edit_question", "learning:retire_question")
    world.use(public, "learning_lesson", "learning_quiz")
    world.named["learning_certificate"] = {"token": result.token}
    world.named["learning_check"] = {"code": code_of_result(result)}
