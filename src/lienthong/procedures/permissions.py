"""Who may do what with procedures and guides. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.organisations.service import Abilities, Actor, Role, register_abilities
from lienthong.procedures.models import (
    Batch,
    BlankForm,
    Guide,
    GuideVersion,
    LinkCheck,
    Posting,
    Procedure,
    ProcedureVersion,
    ReplacedLaw,
    Version,
)
from lienthong.procedures.queries import WRITERS
from lienthong.procedures.workflow import VERSION

_DECIDERS = (Role.LEADER, Role.COORDINATOR)


def may_write(actor: Actor) -> bool:
    """Who works in an office may write its procedures."""
    return actor.is_(*WRITERS) and actor.office is not None


def may_decide(actor: Actor) -> bool:
    """The leader and the coordinator answer for what the public reads."""
    return may_write(actor) and actor.is_(*_DECIDERS)


@dataclass(frozen=True, slots=True)
class ThingAbilities(Abilities):
    """``write`` a next version; ``check`` that it is still right; ``post`` it at the office."""

    write: bool = False
    check: bool = False
    post: bool = False


@dataclass(frozen=True, slots=True)
class VersionAbilities(Abilities):
    """``decide`` (approve, return) never by the user who edited last, in whatever position; ``end`` what is public."""

    write: bool = False
    submit: bool = False
    withdraw: bool = False
    decide: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class BatchAbilities(Abilities):
    approve: bool = False


def thing_abilities(actor: Actor, thing: Procedure | Guide) -> ThingAbilities:
    if not (may_write(actor) and actor.in_office(thing.office_id)):
        return ThingAbilities()
    public = thing.current_id is not None
    return ThingAbilities(see=True, write=True, check=public, post=public)


def version_abilities(actor: Actor, version: Version) -> VersionAbilities:
    if not (may_write(actor) and actor.in_office(version.about.office_id)):
        return VersionAbilities()
    state = version.state
    return VersionAbilities(
        see=True,
        write=VERSION.allows(state, "write"),
        submit=VERSION.allows(state, "submit"),
        withdraw=VERSION.allows(state, "withdraw"),
        decide=may_decide(actor) and VERSION.allows(state, "approve") and not actor.holds(version.last_editor),
        end=may_decide(actor) and VERSION.allows(state, "end"),
    )


def batch_abilities(actor: Actor, batch: Batch) -> BatchAbilities:
    if not (may_write(actor) and actor.in_office(batch.office_id)):
        return BatchAbilities()
    open_one = batch.approved_at is None and not actor.holds(batch.made_by)
    return BatchAbilities(see=True, approve=may_decide(actor) and open_one)


def _law(actor: Actor, law: ReplacedLaw) -> ThingAbilities:
    seen = may_write(actor) and actor.in_office(law.office_id)
    return ThingAbilities(see=seen, write=seen)


def _of_version(actor: Actor, thing: BlankForm | Posting) -> Abilities:
    return Abilities(see=version_abilities(actor, thing.version).see)


def _of_procedure(actor: Actor, check: LinkCheck) -> Abilities:
    return Abilities(see=thing_abilities(actor, check.procedure).see)


register_abilities(Procedure, thing_abilities)
register_abilities(Guide, thing_abilities)
register_abilities(ProcedureVersion, version_abilities)
register_abilities(GuideVersion, version_abilities)
register_abilities(Batch, batch_abilities)
register_abilities(ReplacedLaw, _law)
register_abilities(BlankForm, _of_version)
register_abilities(Posting, _of_version)
register_abilities(LinkCheck, _of_procedure)
