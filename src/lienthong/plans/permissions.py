"""Who may do what with plans and their parts. ``see`` is the same rule as ``visible_to`` of each queryset.

Rights say *who*; the tables of ``workflow.py`` say *when*. ``begin`` asks both.
"""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import (
    HEADS,
    Abilities,
    Actor,
    Body,
    Position,
    Role,
    abilities_for,
    heads_of,
    register_abilities,
)
from lienthong.plans.models import Assignment, Occurrence, Plan, Share, Work
from lienthong.plans.queries import PLAN_READERS
from lienthong.plans.workflow import table_of

#: Positions that run the plans of their office.
MANAGERS = (Role.COORDINATOR, Role.LEADER)
#: Positions that never do a body's work.
ONLOOKERS = (Role.READER, Role.SUPERVISOR, Role.ADMINISTRATOR)

#: Which right each act of the tables needs.
RIGHT_FOR = {
    "accept": "answer",
    "decline": "answer",
    "note": "answer",
    "assign_handler": "answer",
    "ask_extension": "answer",
    "report": "work",
    "record": "work",
    "submit": "work",
    "confirm": "manage",
    "send_back": "manage",
    "assign_again": "manage",
    "transfer": "manage",
    "urge": "manage",
    "set_deadline": "manage",
}


@dataclass(frozen=True, slots=True)
class PlanAbilities(Abilities):
    """``change``: its assignments, units, deadlines; ``close`` ends it."""

    change: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class AssignmentAbilities(Abilities):
    """``change``: its wording of what is asked, units and rhythm; ``close_out_of_scope`` with an official document."""

    change: bool = False
    close_out_of_scope: bool = False


@dataclass(frozen=True, slots=True)
class ShareAbilities(Abilities):
    """``answer`` speaks for the body (accept, decline, take note, name a handler, ask for time); ``work`` reports,
    records and submits; ``manage`` confirms, sends back, transfers, urges and decides on time."""

    answer: bool = False
    work: bool = False
    manage: bool = False


@dataclass(frozen=True, slots=True)
class WorkAbilities(Abilities):
    """A piece of work and its evidence are only looked at; they stay as they were entered."""


def plan_abilities(actor: Actor, plan: Plan) -> PlanAbilities:
    if not _sees(actor, plan, Share.objects.filter(assignment__plan=plan)):
        return PlanAbilities()
    manages = _manages(actor, plan)
    return PlanAbilities(see=True, change=manages and plan.state == Plan.State.ACTIVE, close=manages)


def assignment_abilities(actor: Actor, assignment: Assignment) -> AssignmentAbilities:
    plan = assignment.plan
    if not _sees(actor, plan, Share.objects.filter(assignment=assignment)):
        return AssignmentAbilities()
    manages = _manages(actor, plan) and plan.state == Plan.State.ACTIVE
    outside = assignment.out_of_scope and not assignment.closed_by_number
    return AssignmentAbilities(see=True, change=manages, close_out_of_scope=manages and outside)


def share_abilities(actor: Actor, share: Share) -> ShareAbilities:
    ours = share.body_id in actor.body_ids
    if actor.is_(*PLAN_READERS, Role.SUPERVISOR):
        sees = _sees(actor, share.assignment.plan, Share.objects.filter(assignment=share.assignment_id))
    else:
        sees = actor.position is not None and ours
    if not sees:
        return ShareAbilities()
    manages = _manages(actor, share.assignment.plan)
    stands_in = manages and not ours and not _workers(share.body).exists()
    works = (ours and not actor.is_(*ONLOOKERS)) or stands_in
    return ShareAbilities(see=True, answer=works and _speaks(actor, share.body), work=works, manage=manages)


def occurrence_abilities(actor: Actor, occurrence: Occurrence) -> ShareAbilities:
    return share_abilities(actor, occurrence.share)


def work_abilities(actor: Actor, work: Work) -> WorkAbilities:
    return WorkAbilities(see=Work.objects.visible_to(actor).filter(pk=work.pk).exists())


def begin(actor: Actor, share: Share, act: str) -> str:
    """The state of ``share`` after ``act``; NotAllowed without the right, Refused when it is not the time for it.

    Called inside the act's transaction: the row is locked and read again, so that two people cannot both move it.
    """
    if not getattr(abilities_for(actor, share), RIGHT_FOR[act]):
        raise NotAllowed(_("Vị trí công tác của bạn không được làm bước này."))
    if share.assignment.plan.state != Plan.State.ACTIVE:
        raise Refused(_("Kế hoạch đã kết thúc, không làm thêm được."))
    share.state = Share.objects.select_for_update().values_list("state", flat=True).get(pk=share.pk)
    return table_of(share).move(share.state, act)


def manage(actor: Actor, thing: Plan | Assignment) -> None:
    """NotAllowed unless ``actor`` may change ``thing``."""
    if not abilities_for(actor, thing).change:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được sửa kế hoạch đang thực hiện."))


def steps_for(actor: Actor, share: Share) -> set[str]:
    """The acts that ``actor`` may do now with ``share``."""
    if share.assignment.plan.state != Plan.State.ACTIVE:
        return set()
    abilities, table = abilities_for(actor, share), table_of(share)
    return {act for act, right in RIGHT_FOR.items() if getattr(abilities, right) and table.allows(share.state, act)}


def _sees(actor: Actor, plan: Plan, shares: QuerySet[Share]) -> bool:
    """The rule of ``visible_to``: the office's staff, a supervisor it was given to, or a body with a share."""
    if actor.position is None:
        return False
    if actor.is_(Role.SUPERVISOR):
        return actor.supervises(plan.office)
    if actor.is_(*PLAN_READERS) and actor.in_office(plan.office_id):
        return True
    return shares.filter(body__in=actor.body_ids).exists()


def _manages(actor: Actor, plan: Plan) -> bool:
    return actor.is_(*MANAGERS) and actor.in_office(plan.office_id)


def _workers(body: Body) -> QuerySet[Position]:
    return Position.objects.valid_now().filter(body=body).exclude(role__in=ONLOOKERS)


def _speaks(actor: Actor, body: Body) -> bool:
    return actor.is_(*HEADS) or not heads_of(body).exists()


register_abilities(Plan, plan_abilities)
register_abilities(Assignment, assignment_abilities)
register_abilities(Share, share_abilities)
register_abilities(Occurrence, occurrence_abilities)
register_abilities(Work, work_abilities)
