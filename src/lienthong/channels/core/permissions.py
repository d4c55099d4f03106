"""Who may do what with outlets and deliveries. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.channels.core.models import Delivery, Outlet, OutletTrial
from lienthong.channels.core.queries import WATCHERS
from lienthong.channels.core.workflow import DELIVERY
from lienthong.organisations.service import Abilities, Actor, Role, register_abilities

#: Those who answer for what the office says.
_DECIDERS = (Role.LEADER, Role.UNIT_HEAD, Role.COORDINATOR)
#: Nobody cancels what is under way: a try ends first, and of what nobody knows a person says what he saw.
_CANCELLED_BY_HAND = (Delivery.State.WAITING, Delivery.State.REFUSED)


@dataclass(frozen=True, slots=True)
class OutletAbilities(Abilities):
    """``change`` its options and turn it on; ``deliver`` approved messages there."""

    change: bool = False
    deliver: bool = False


@dataclass(frozen=True, slots=True)
class DeliveryAbilities(Abilities):
    """``settle``: say what happened when nobody knows."""

    cancel: bool = False
    resume: bool = False
    settle: bool = False
    withdraw: bool = False


def may_watch(actor: Actor) -> bool:
    return actor.office is not None and actor.is_(*WATCHERS)


def may_deliver(actor: Actor) -> bool:
    """Who publishes what was approved; the administrator only keeps the outlets."""
    return may_watch(actor) and not actor.is_(Role.ADMINISTRATOR)


def may_add_outlets(actor: Actor) -> bool:
    return actor.office is not None and actor.is_(Role.ADMINISTRATOR)


def outlet_abilities(actor: Actor, outlet: Outlet) -> OutletAbilities:
    own = actor.in_office(outlet.office_id)
    if own and may_watch(actor):
        return OutletAbilities(see=True, change=may_add_outlets(actor), deliver=may_deliver(actor))
    return OutletAbilities(see=_keeps(actor, outlet))


def delivery_abilities(actor: Actor, delivery: Delivery) -> DeliveryAbilities:
    around = outlet_abilities(actor, delivery.outlet)
    if not around.see:
        return DeliveryAbilities()
    state, keeps = delivery.state, _keeps(actor, delivery.outlet)
    decides = keeps or (actor.in_office(delivery.outlet.office_id) and actor.is_(*_DECIDERS))
    return DeliveryAbilities(
        see=True,
        cancel=(around.deliver or keeps) and state in _CANCELLED_BY_HAND,
        resume=decides
        and not delivery.stopped
        and state != Delivery.State.UNKNOWN
        and DELIVERY.allows(state, "resume"),
        settle=decides and DELIVERY.allows(state, "declare"),
        withdraw=decides and DELIVERY.allows(state, "withdraw"),
    )


def trial_abilities(actor: Actor, trial: OutletTrial) -> Abilities:
    return Abilities(see=outlet_abilities(actor, trial.outlet).see)


def _keeps(actor: Actor, outlet: Outlet) -> bool:
    return actor.position is not None and actor.office is not None and outlet.keeper_id == actor.position.pk


register_abilities(Outlet, outlet_abilities)
register_abilities(Delivery, delivery_abilities)
register_abilities(OutletTrial, trial_abilities)
