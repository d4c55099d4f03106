"""Who may do what with nominations. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienthong.commendations.models import Nomination
from lienthong.commendations.queries import READERS
from lienthong.commendations.workflow import NOMINATION
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Abilities, Actor, Role, abilities_for, register_abilities

#: Positions that nominate and say what they think.
NOMINATORS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER, Role.HAMLET_HEAD)
#: Positions that see to the decision's paper.
_DESK = (Role.CLERK, Role.COORDINATOR, Role.LEADER)
#: Which right each act of the table needs.
RIGHT_FOR = {
    "write": "write",
    "propose": "write",
    "withdraw": "write",
    "take_back": "write",
    "review": "review",
    "agree": "decide",
    "refuse": "decide",
    "record": "record",
}


@dataclass(frozen=True, slots=True)
class NominationAbilities(Abilities):
    """``write``: the nominator, in whichever of his positions; ``review`` and ``decide`` never he, nor who wrote last;
    ``record`` the decision's paper.
    """

    write: bool = False
    review: bool = False
    decide: bool = False
    record: bool = False


def may_nominate(actor: Actor) -> bool:
    return actor.is_(*NOMINATORS) and actor.office is not None


def nomination_abilities(actor: Actor, nomination: Nomination) -> NominationAbilities:
    if not Nomination.objects.visible_to(actor).filter(pk=nomination.pk).exists():
        return NominationAbilities()
    own = actor.holds(nomination.created_by, nomination.last_editor)
    inside = actor.in_office(nomination.office_id)
    return NominationAbilities(
        see=True,
        write=inside and actor.holds(nomination.created_by),
        review=inside and actor.is_(*NOMINATORS) and actor.is_(*READERS) and not own,
        decide=inside and actor.is_(Role.LEADER) and not own,
        record=inside and actor.is_(*_DESK),
    )


def begin(actor: Actor, nomination: Nomination, act: str) -> Nomination:
    """The nomination, locked and in the state after ``act``, once sight, right and state allow it; nothing is stored.

    Called inside the act's transaction.
    """
    nomination = (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("created_by__user", "last_editor__user", "office", "body")
        .get(pk=nomination.pk)
    )
    abilities = abilities_for(actor, nomination)
    if not abilities.see:
        raise NotAllowed(_("Bạn không được xem đề nghị này."))
    if not getattr(abilities, RIGHT_FOR[act]):
        raise NotAllowed(_("Người đề nghị viết, người khác cho ý kiến, lãnh đạo khác quyết định."))
    nomination.state = NOMINATION.move(nomination.state, act)
    return nomination


def steps_for(actor: Actor, nomination: Nomination) -> set[str]:
    """The acts that ``actor`` may do now."""
    abilities = abilities_for(actor, nomination)
    return {
        act
        for act, right in RIGHT_FOR.items()
        if getattr(abilities, right) and NOMINATION.allows(nomination.state, act)
    }


register_abilities(Nomination, nomination_abilities)
