"""Who may do what with a case. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.feedback.models import FeedbackCase, RecurringQuestion, ReplyTemplate, Term
from lienthong.feedback.queries import DESK, UNITS
from lienthong.feedback.workflow import CASE
from lienthong.organisations.service import Abilities, Actor, Role, register_abilities

#: Those who answer for what the office says.
_DECIDERS = (Role.LEADER, Role.COORDINATOR)
#: While an answer waits for its approval nobody else can be urged.
_WITH_OTHERS = (FeedbackCase.State.ASSIGNED, FeedbackCase.State.FORWARDED)


@dataclass(frozen=True, slots=True)
class CaseAbilities(Abilities):
    """``contact``: how the resident can be reached, for those who handle the case and not for who only decides.

    ``sort``: give to a unit, forward, redirect, merge, close. ``answer``: write one; ``decide`` about one, never by
    its writer. ``data``: export and erase what is personal; it needs ``contact``.
    """

    contact: bool = False
    sort: bool = False
    give_back: bool = False
    answer: bool = False
    decide: bool = False
    urge: bool = False
    reopen: bool = False
    withdraw: bool = False
    data: bool = False


def case_abilities(actor: Actor, case: FeedbackCase) -> CaseAbilities:
    desk = actor.is_(*DESK) and actor.in_office(case.office_id)
    unit = actor.is_(*UNITS) and actor.office is not None and case.unit_id in actor.body_ids
    if not (desk or unit):
        return CaseAbilities()
    decides = desk and actor.is_(*_DECIDERS)
    answer = case.answer if decides else None
    contact = unit or actor.is_(Role.CLERK, Role.COORDINATOR)
    return CaseAbilities(
        see=True,
        contact=contact,
        sort=desk and CASE.allows(case.state, "assign"),
        give_back=unit and CASE.allows(case.state, "give_back"),
        answer=CASE.allows(case.state, "submit"),
        decide=answer is not None and CASE.allows(case.state, "approve") and not actor.holds(answer.written_by),
        urge=decides and case.unit_id is not None and case.state in _WITH_OTHERS,
        reopen=desk and CASE.allows(case.state, "reopen") and case.erased_at is None,
        withdraw=answer is not None and answer.public and answer.approved_at is not None and not answer.withdrawn_at,
        data=desk and contact and case.erased_at is None,
    )


@dataclass(frozen=True, slots=True)
class DeskAbilities(Abilities):
    """``change``: templates by the whole desk, terms and recurring questions by who decides."""

    change: bool = False


def template_abilities(actor: Actor, thing: ReplyTemplate) -> DeskAbilities:
    own = may_receive(actor) and actor.in_office(thing.office_id)
    return DeskAbilities(see=own, change=own)


def term_abilities(actor: Actor, thing: Term | RecurringQuestion) -> DeskAbilities:
    own = may_receive(actor) and actor.in_office(thing.office_id)
    return DeskAbilities(see=own, change=own and may_set_terms(actor))


def may_look(actor: Actor) -> bool:
    """Who has a list of cases at all."""
    return actor.is_(*DESK, *UNITS) and actor.office is not None


def may_receive(actor: Actor) -> bool:
    """The desk enters what comes by telephone and at the counter."""
    return actor.is_(*DESK) and actor.office is not None


def may_hand_in(actor: Actor) -> bool:
    """Who writes for the office hands the desk what turns out to be a case."""
    return actor.is_(*DESK, Role.UNIT_HEAD, Role.MEMBER) and actor.office is not None


def may_set_terms(actor: Actor) -> bool:
    return actor.is_(*_DECIDERS) and actor.office is not None


register_abilities(FeedbackCase, case_abilities)
register_abilities(ReplyTemplate, template_abilities)
register_abilities(Term, term_abilities)
register_abilities(RecurringQuestion, term_abilities)
