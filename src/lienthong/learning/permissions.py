"""Who may do what with lessons and their results. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.learning.models import BankQuestion, GroupResult, Lesson, QuizResult
from lienthong.learning.queries import HOLDERS, WRITERS
from lienthong.learning.workflow import LESSON
from lienthong.organisations.service import Abilities, Actor, Role, register_abilities

_DECIDERS = (Role.LEADER, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class LessonAbilities(Abilities):
    """``decide`` (approve, return) never by the user who edited last; ``hold`` it for people and enter the result."""

    write: bool = False
    renew: bool = False
    submit: bool = False
    withdraw: bool = False
    decide: bool = False
    end: bool = False
    hold: bool = False


@dataclass(frozen=True, slots=True)
class QuestionAbilities(Abilities):
    change: bool = False


def may_write(actor: Actor) -> bool:
    """Who works in an office may write its lessons."""
    return actor.is_(*WRITERS) and actor.office is not None


def may_hold(actor: Actor) -> bool:
    """Who works among people may hold lessons."""
    return actor.is_(*HOLDERS) and actor.office is not None


def lesson_abilities(actor: Actor, lesson: Lesson) -> LessonAbilities:
    state, public = lesson.state, lesson.state == Lesson.State.APPROVED
    if not (may_hold(actor) and actor.in_office(lesson.office_id) and (may_write(actor) or public)):
        return LessonAbilities()
    writes, decides = may_write(actor), actor.is_(*_DECIDERS)
    return LessonAbilities(
        see=True,
        write=writes and LESSON.allows(state, "write"),
        renew=writes and public and not hasattr(lesson, "next"),
        submit=writes and LESSON.allows(state, "submit"),
        withdraw=writes and LESSON.allows(state, "withdraw"),
        decide=decides and LESSON.allows(state, "approve") and not actor.holds(lesson.last_editor),
        end=decides and LESSON.allows(state, "end"),
        hold=public,
    )


def _question(actor: Actor, question: BankQuestion) -> QuestionAbilities:
    seen = may_write(actor) and actor.in_office(question.office_id)
    return QuestionAbilities(see=seen, change=seen)


def _result(actor: Actor, result: QuizResult | GroupResult) -> Abilities:
    return Abilities(see=may_hold(actor) and actor.in_office(result.lesson.office_id))


register_abilities(Lesson, lesson_abilities)
register_abilities(BankQuestion, _question)
register_abilities(QuizResult, _result)
register_abilities(GroupResult, _result)
