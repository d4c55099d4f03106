"""A class as its page shows it: the units that the reader sees, each with its people."""

from dataclasses import dataclass, field

from lienthong.organisations.service import Actor
from lienthong.training.models import Invitation, Nominee, TrainingClass
from lienthong.training.people import attended_by, clashes_in
from lienthong.training.permissions import (
    InvitationAbilities,
    NomineeAbilities,
    invitation_rights,
    nominee_rights,
    speaking,
)


@dataclass(frozen=True, slots=True)
class Person:
    nominee: Nominee
    abilities: NomineeAbilities
    attended: int
    clashes: list[str]


@dataclass(frozen=True, slots=True)
class Unit:
    invitation: Invitation
    abilities: InvitationAbilities
    people: list[Person] = field(default_factory=list)

    @property
    def named(self) -> int:
        return sum(person.nominee.is_active for person in self.people)


def units_for(actor: Actor, training: TrainingClass) -> list[Unit]:
    """The units whose people ``actor`` may see, in the order of units; people in the order of the list."""
    seen = Invitation.objects.visible_to(actor).filter(training=training).select_related("body", "answered_by__user")
    units, speaks = {}, speaking(actor, training)
    for invitation in seen:
        invitation.training = training
        units[invitation.pk] = Unit(invitation, invitation_rights(invitation, speaks))
    attended, clashes = attended_by(training), clashes_in(training)
    nominees = Nominee.objects.filter(invitation__in=units).select_related("position__user", "invitation__body")
    for nominee in nominees.in_order():
        nominee.training = training
        person = Person(
            nominee, nominee_rights(actor, nominee, speaks), attended[nominee.pk], clashes.get(nominee.pk, [])
        )  # fmt: skip
        units[nominee.invitation_id].people.append(person)
    return list(units.values())
