"""Who may do what at the loudspeaker desk. ``see`` is the same rule as ``visible_to``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from lienthong.channels.contrib.loudspeaker.models import (
    AirBulletin,
    Device,
    DeviceGroup,
    DutyTurn,
    Emergency,
    PlannedAiring,
    ProgrammeColumn,
    ProgrammeSlot,
    Station,
)
from lienthong.channels.contrib.loudspeaker.queries import LISTENERS
from lienthong.channels.contrib.loudspeaker.workflow import BULLETIN, EMERGENCY
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Abilities, Actor, Role, register_abilities

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

#: Those who answer for what the commune's loudspeakers say.
DECIDERS = (Role.LEADER, Role.UNIT_HEAD, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class StationAbilities(Abilities):
    """``work``: enter bulletins and give issues their recording; ``run``: programme, devices, duty list;
    ``call``: an emergency, by who is on duty today.
    """

    work: bool = False
    run: bool = False
    call: bool = False


@dataclass(frozen=True, slots=True)
class ThingAbilities(Abilities):
    """``change`` a slot, column, group, device or turn of duty; ``fill`` the issues of a column."""

    change: bool = False
    fill: bool = False


@dataclass(frozen=True, slots=True)
class BulletinAbilities(Abilities):
    """``decide``: choose or decline what came from above; ``cancel`` what is to be played."""

    decide: bool = False
    cancel: bool = False


@dataclass(frozen=True, slots=True)
class EmergencyAbilities(Abilities):
    """``answer``: agree, by somebody else on duty or a leader; ``stop`` it; ``review`` it afterwards."""

    answer: bool = False
    stop: bool = False
    review: bool = False


def may_open(actor: Actor) -> bool:
    """Who may open the station of his office."""
    return actor.is_(*DECIDERS) and actor.office is not None


def on_duty(actor: Actor, station: Station) -> bool:
    """True when the person stands on the duty list today, in whichever of his positions."""
    return station.duty.on_duty().filter(position__user=actor.user).exists()


def station_abilities(actor: Actor, station: Station) -> StationAbilities:
    if actor.operator:
        return StationAbilities(see=True, run=True)
    if not (actor.is_(*LISTENERS) and actor.in_office(station.office_id)):
        return StationAbilities()
    return StationAbilities(see=True, work=True, run=actor.is_(*DECIDERS), call=on_duty(actor, station))


def thing_abilities(
    actor: Actor, thing: ProgrammeSlot | ProgrammeColumn | Device | DeviceGroup | DutyTurn | PlannedAiring
) -> ThingAbilities:
    station = station_abilities(actor, thing.station)
    return ThingAbilities(see=station.see, change=station.run, fill=station.work)


def bulletin_abilities(actor: Actor, bulletin: AirBulletin) -> BulletinAbilities:
    station = station_abilities(actor, bulletin.station)
    return BulletinAbilities(
        see=station.see,
        decide=station.run and BULLETIN.allows(bulletin.state, "choose"),
        cancel=station.run and BULLETIN.allows(bulletin.state, "cancel"),
    )


def emergency_abilities(actor: Actor, emergency: Emergency) -> EmergencyAbilities:
    """The second person is another one: on the duty list today, or a leader."""
    station = station_abilities(actor, emergency.station)
    if not station.see:
        return EmergencyAbilities()
    other = not actor.holds(emergency.caller) and (station.call or actor.is_(Role.LEADER))
    reviews = actor.is_(Role.LEADER) and not actor.holds(emergency.caller)
    return EmergencyAbilities(
        see=True,
        answer=other and EMERGENCY.allows(emergency.state, "agree"),
        stop=other and EMERGENCY.allows(emergency.state, "stop"),
        review=reviews and EMERGENCY.allows(emergency.state, "review"),
    )


def require_run(actor: Actor, station: Station) -> None:
    _require(station_abilities(actor, station).run, _("Lãnh đạo, trưởng đơn vị hoặc cán bộ tổng hợp làm việc này."))


def require_work(actor: Actor, station: Station) -> None:
    _require(station_abilities(actor, station).work, _("Chỉ người của cơ quan làm việc với đài của cơ quan."))


def _require(right: bool, sentence: StrOrPromise) -> None:
    if not right:
        raise NotAllowed(sentence)


register_abilities(Station, station_abilities)
for _model in (ProgrammeSlot, ProgrammeColumn, Device, DeviceGroup, DutyTurn, PlannedAiring):
    register_abilities(_model, thing_abilities)
register_abilities(AirBulletin, bulletin_abilities)
register_abilities(Emergency, emergency_abilities)
