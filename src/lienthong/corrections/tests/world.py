"""A published correction, one that waits, and a question, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.corrections.tests.factories import (
    make_claim,
    make_document,
    make_published,
    make_question,
    make_submitted_claim,
)

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    published = make_published(people)
    question = make_question(people)
    world.rooms["corrections"] = {"pk": published.pk}
    world.use(make_claim(people), "corrections:edit")
    world.use(make_document(people), "corrections:correct_document")
    world.use(make_submitted_claim(people), "corrections:step", act="duyet")
    world.use(question, "corrections:question")
    world.use(question, "corrections:question_step", act="phan-anh")
    numbered = {"year": published.year, "number": published.number}
    world.named |= dict.fromkeys(("corrections_one", "corrections_frozen"), numbered)
    world.named["corrections_asked"] = {"code": question.code}
