"""Who may do what with inspections and questions. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed
from lienthong.inspections.models import Inspection, Question, Visit
from lienthong.inspections.workflow import INSPECTION, QUESTION
from lienthong.organisations.service import (
    Abilities,
    Actor,
    Body,
    Position,
    Role,
    abilities_for,
    after_step,
    heads_of,
    register_abilities,
)
from lienthong.plans.service import HEADS, ONLOOKERS, Assignment, Plan

#: Positions that plan the inspections of their office and follow what came of them.
PLANNERS = (Role.COORDINATOR, Role.LEADER)

#: Which right each act of the table needs.
RIGHT_FOR = {
    "prepare": "prepare",
    "announce": "prepare",
    "put_off": "prepare",
    "cancel": "prepare",
    "start": "inspect",
    "send": "inspect",
    "conclude": "decide",
    "follow": "follow",
    "close": "follow",
}


@dataclass(frozen=True, slots=True)
class InspectionAbilities(Abilities):
    """``whole``: every visit, not a unit's own alone; ``prepare`` it: planners and its head; ``inspect``: its team;
    ``decide``: its head or a leader concludes; ``follow`` what came of it: planners.
    """

    whole: bool = False
    prepare: bool = False
    inspect: bool = False
    decide: bool = False
    follow: bool = False


@dataclass(frozen=True, slots=True)
class VisitAbilities(Abilities):
    """``findings``: what was found may be read; ``list`` what is checked; ``find``: the team, but nobody
    inspects his own unit; ``explain`` speaks for the inspected unit.
    """

    findings: bool = False
    list: bool = False
    find: bool = False
    explain: bool = False


@dataclass(frozen=True, slots=True)
class QuestionAbilities(Abilities):
    answer: bool = False


def inspection_abilities(actor: Actor, inspection: Inspection) -> InspectionAbilities:
    if not Inspection.objects.visible_to(actor).filter(pk=inspection.pk).exists():
        return InspectionAbilities()
    plans = may_plan(actor) and actor.in_office(inspection.office_id)
    heads = actor.own_position.pk == inspection.head_id
    inspects = heads or inspection.members.filter(pk=actor.own_position.pk).exists()
    return InspectionAbilities(
        see=True,
        whole=Inspection.objects.whole_to(actor).filter(pk=inspection.pk).exists(),
        prepare=plans or heads,
        inspect=inspects,
        decide=heads or (plans and actor.is_(Role.LEADER)),
        follow=plans,
    )


def visit_abilities(actor: Actor, visit: Visit) -> VisitAbilities:
    if not Visit.objects.visible_to(actor).filter(pk=visit.pk).exists():
        return VisitAbilities()
    can, state = inspection_abilities(actor, visit.inspection), visit.inspection.state
    return VisitAbilities(
        see=True,
        findings=reads_findings(actor, visit, whole=can.whole),
        list=(can.prepare and INSPECTION.allows(state, "prepare"))
        or (can.inspect and INSPECTION.allows(state, "find")),
        find=can.inspect and not _belongs_to(actor, visit.body) and INSPECTION.allows(state, "find"),
        explain=_was_told(actor, visit) and speaks_for(actor, visit.body) and INSPECTION.allows(state, "explain"),
    )


def reads_findings(actor: Actor, visit: Visit, *, whole: bool) -> bool:
    """True for who reads the ``whole`` inspection, a supervisor once it is concluded, and the unit once it was told.

    ``visit`` is one that the actor sees.
    """
    concluded = visit.inspection.state in (Inspection.State.CONCLUDED, Inspection.State.CLOSED)
    return (concluded if actor.is_(Role.SUPERVISOR) else whole) or _was_told(actor, visit)


def _was_told(actor: Actor, visit: Visit) -> bool:
    """The findings were sent to a unit for which ``actor`` answers."""
    return visit.sent_at is not None and visit.body_id in actor.body_ids


def question_abilities(actor: Actor, question: Question) -> QuestionAbilities:
    if not Question.objects.visible_to(actor).filter(pk=question.pk).exists():
        return QuestionAbilities()
    if question.body is not None:
        answers = question.body_id in actor.body_ids and speaks_for(actor, question.body)
    else:
        answers = may_plan(actor) and actor.in_office(question.office_id)
    return QuestionAbilities(see=True, answer=answers and QUESTION.allows(question.state, "answer"))


def may_plan(actor: Actor) -> bool:
    return actor.is_(*PLANNERS) and actor.office is not None


def may_ask(actor: Actor, subject: Plan | Assignment | Inspection) -> bool:
    """A supervisor asks about what he reads."""
    return actor.is_(Role.SUPERVISOR) and abilities_for(actor, subject).see


def speaks_for(actor: Actor, body: Body) -> bool:
    """Who leads ``body``; in one that nobody leads, whoever works there."""
    if actor.is_(*ONLOOKERS):
        return False
    return actor.is_(*HEADS) or not heads_of(body).exists()


def _belongs_to(actor: Actor, body: Body) -> bool:
    """True when the person works in ``body``, in whichever of his positions he acts now."""
    return Position.objects.valid_now().filter(user=actor.user, body=body).exists()


def begin(actor: Actor, inspection: Inspection, act: str) -> Inspection:
    """``inspection`` read again and locked, in the state after ``act``, which the caller saves.

    NotAllowed without the right, Refused when it is not the time for it.
    """
    found: Inspection = Inspection.objects.select_for_update().get(pk=inspection.pk)
    found.state = after_step(
        actor, found, INSPECTION, act, RIGHT_FOR[act], unseen=_("Bạn không được xem cuộc kiểm tra này."),
        refused=_("Vị trí công tác của bạn không được làm bước này."),
    )  # fmt: skip
    return found


def begin_at(actor: Actor, visit: Visit, right: str) -> Visit:
    """``visit`` with its inspection locked, once ``right`` of it is the actor's."""
    inspection = Inspection.objects.select_for_update().get(pk=visit.inspection_id)
    found: Visit = Visit.objects.select_related("body").get(pk=visit.pk)
    found.inspection = inspection
    if not getattr(abilities_for(actor, found), right):
        raise NotAllowed(_("Bước này chỉ người có trách nhiệm làm, khi cuộc kiểm tra đang tiến hành."))
    return found


register_abilities(Inspection, inspection_abilities)
register_abilities(Visit, visit_abilities)
register_abilities(Question, question_abilities)
