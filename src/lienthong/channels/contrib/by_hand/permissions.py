"""Who may do what with a handover. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.organisations.service import Abilities, Actor, abilities_for, register_abilities


@dataclass(frozen=True, slots=True)
class HandoverAbilities(Abilities):
    """``report`` that it is posted, or cannot be; ``remove``: say that it was taken down."""

    report: bool = False
    remove: bool = False


def handover_abilities(actor: Actor, handover: Handover) -> HandoverAbilities:
    own = actor.position is not None and actor.position.pk == handover.position_id
    if not own and not abilities_for(actor, handover.delivery).see:
        return HandoverAbilities()
    return HandoverAbilities(
        see=True, report=own and handover.waits_for_posting, remove=own and handover.waits_for_removal
    )


register_abilities(Handover, handover_abilities)
