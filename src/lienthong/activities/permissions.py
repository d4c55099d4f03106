"""Who may do what with activities. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.activities.models import Attendance, EventPhoto, HelpCount, OfficeEvent, Registration, TeamVisit
from lienthong.activities.queries import HELPERS, WRITERS
from lienthong.activities.workflow import EVENT
from lienthong.organisations.service import Abilities, Actor, Role, abilities_for, register_abilities
from lienthong.plans.service import Share

DECIDERS = (Role.LEADER, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class EventAbilities(Abilities):
    """``decide`` (approve, return) never by the user who edited last; ``welcome``: code at the door and counting;
    ``registered``: see who registered; ``enroll``: write down who telephones, take off who does not come; ``tell``:
    say that they were told of a change.
    """

    write: bool = False
    submit: bool = False
    withdraw: bool = False
    decide: bool = False
    cancel: bool = False
    welcome: bool = False
    hold: bool = False
    registered: bool = False
    enroll: bool = False
    tell: bool = False


def may_write(actor: Actor) -> bool:
    """Who works in an office may prepare what it invites people to."""
    return actor.is_(*WRITERS) and actor.office is not None


def may_help(actor: Actor) -> bool:
    """Who works among people may look and count."""
    return actor.is_(*HELPERS) and actor.office is not None


def may_begin(actor: Actor, share: Share) -> bool:
    """True for who works on the share and prepares events, while its plan runs."""
    return may_write(actor) and may_prove(actor, share)


def may_prove(actor: Actor, share: Share) -> bool:
    """True for who works on the share and among people, while its plan runs: visits are evidence of his own work."""
    running = share.assignment.plan.state == share.assignment.plan.State.ACTIVE
    inside = running and not share.assignment.out_of_scope and may_help(actor)
    return inside and bool(abilities_for(actor, share).work)


def event_abilities(actor: Actor, event: OfficeEvent) -> EventAbilities:
    state, told = event.state, event.published is not None
    if not (may_help(actor) and actor.in_office(event.office_id) and (may_write(actor) or told)):
        return EventAbilities()
    writes, decides = may_write(actor), actor.is_(*DECIDERS)
    return EventAbilities(
        see=True,
        write=writes and EVENT.allows(state, "write"),
        submit=writes and EVENT.allows(state, "submit"),
        withdraw=writes and EVENT.allows(state, "withdraw"),
        decide=decides and EVENT.allows(state, "approve") and not actor.holds(event.last_editor),
        cancel=decides and EVENT.allows(state, "cancel"),
        welcome=event.is_public and state != OfficeEvent.State.HELD,
        hold=writes and EVENT.allows(state, "hold"),
        registered=writes,
        tell=writes and event.untold,
        enroll=writes and event.is_public and not event.is_over and state != OfficeEvent.State.HELD,
    )


def _of_event(actor: Actor, thing: Registration | Attendance | EventPhoto) -> Abilities:
    return Abilities(see=event_abilities(actor, thing.event).see)


def _visit(actor: Actor, visit: TeamVisit) -> Abilities:
    inside = may_help(actor) and actor.in_office(visit.office_id)
    return Abilities(see=inside and (may_write(actor) or bool({visit.hamlet_id, visit.team_id} & {*actor.body_ids})))


def _help(actor: Actor, count: HelpCount) -> Abilities:
    return _visit(actor, count.visit)


register_abilities(TeamVisit, _visit)
register_abilities(HelpCount, _help)
register_abilities(OfficeEvent, event_abilities)
for _model in (Registration, Attendance, EventPhoto):
    register_abilities(_model, _of_event)
