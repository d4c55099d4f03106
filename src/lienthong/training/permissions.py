"""Who may do what with classes. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import (
    Abilities,
    Actor,
    Position,
    Role,
    abilities_for,
    after_step,
    register_abilities,
)
from lienthong.plans.service import Share
from lienthong.training.models import ClassPhoto, Invitation, Nominee, Presence, TrainingClass, TrainingSession
from lienthong.training.queries import KEEPERS, OVERSEERS, WORKERS, spoken_for
from lienthong.training.workflow import CLASS, NOMINEE

#: Positions that approve a list and strike somebody from it.
DECIDERS = (Role.LEADER, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class ClassAbilities(Abilities):
    """``whole``: sees all units with their people; ``tick`` fills in and corrects the sheets of sessions."""

    whole: bool = False
    write: bool = False
    open: bool = False
    list: bool = False
    strike: bool = False
    cancel: bool = False
    urge: bool = False
    tick: bool = False
    finish: bool = False
    judge: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class InvitationAbilities(Abilities):
    """``nominate`` people of the unit, or say why nobody."""

    nominate: bool = False


@dataclass(frozen=True, slots=True)
class NomineeAbilities(Abilities):
    """``withdraw`` by the unit, ``strike`` by who decides on the list, ``decline`` by the person himself."""

    withdraw: bool = False
    strike: bool = False
    decline: bool = False


def may_look(actor: Actor) -> bool:
    """Who works in an office or one of its hamlets has a list of classes, be it empty."""
    return actor.is_(*WORKERS, Role.LEADER) and actor.office is not None


def may_prepare(actor: Actor) -> bool:
    """Coordinators and leaders for their office, heads and members for their unit."""
    return actor.is_(*DECIDERS, *KEEPERS) and actor.office is not None


def may_begin(actor: Actor, share: Share) -> bool:
    """True for who works on the share, while its plan runs."""
    running = share.assignment.plan.state == share.assignment.plan.State.ACTIVE
    inside = running and not share.assignment.out_of_scope and may_prepare(actor)
    return inside and bool(abilities_for(actor, share).work)


def class_abilities(actor: Actor, training: TrainingClass) -> ClassAbilities:
    if not TrainingClass.objects.visible_to(actor).filter(pk=training.pk).exists():
        return ClassAbilities()
    keeps = actor.is_(*KEEPERS) and training.body_id in actor.body_ids
    decides = actor.is_(*DECIDERS)
    works, can = keeps or decides, CLASS.allows
    state = training.state
    return ClassAbilities(
        see=True,
        whole=keeps or actor.is_(*OVERSEERS),
        write=works and can(state, "write"),
        open=works and can(state, "open"),
        list=decides and can(state, "list"),
        strike=decides and can(state, "strike"),
        cancel=decides and can(state, "cancel"),
        urge=works and state == TrainingClass.State.NOMINATING,
        tick=works and can(state, "tick"),
        finish=works and can(state, "finish"),
        judge=works and can(state, "judge"),
        close=works and can(state, "close"),
    )


@dataclass(frozen=True, slots=True)
class Speaking:
    """For which units somebody answers: his own, and if he keeps the class those in which nobody has an account."""

    own: frozenset[int]
    staffed: frozenset[int]
    keeps: bool

    def answers_for(self, invitation: Invitation) -> bool:
        return invitation.body_id in self.own or (self.keeps and invitation.body_id not in self.staffed)


def speaking(actor: Actor, training: TrainingClass) -> Speaking:
    held = Position.objects.valid_now().filter(body__in=training.invitations.values("body"), role__in=WORKERS)
    keeps = may_prepare(actor) and class_abilities(actor, training).whole
    return Speaking(frozenset(spoken_for(actor)), frozenset(held.values_list("body", flat=True)), keeps)


def invitation_abilities(actor: Actor, invitation: Invitation) -> InvitationAbilities:
    if not Invitation.objects.visible_to(actor).filter(pk=invitation.pk).exists():
        return InvitationAbilities()
    return invitation_rights(invitation, speaking(actor, invitation.training))


def invitation_rights(invitation: Invitation, speaks: Speaking) -> InvitationAbilities:
    """What may be done with an invitation that is seen."""
    open_now = CLASS.allows(invitation.training.state, "nominate")
    return InvitationAbilities(see=True, nominate=open_now and speaks.answers_for(invitation))


def nominee_abilities(actor: Actor, nominee: Nominee) -> NomineeAbilities:
    if not Nominee.objects.visible_to(actor).filter(pk=nominee.pk).exists():
        return NomineeAbilities()
    return nominee_rights(actor, nominee, speaking(actor, nominee.training))


def nominee_rights(actor: Actor, nominee: Nominee, speaks: Speaking) -> NomineeAbilities:
    """What ``actor`` may do with a nominee whom he sees."""
    open_now, can = CLASS.allows(nominee.training.state, "nominate"), NOMINEE.allows
    state = nominee.state
    himself = nominee.position is not None and actor.holds(nominee.position)
    return NomineeAbilities(
        see=True,
        withdraw=open_now and can(state, "withdraw") and speaks.answers_for(nominee.invitation),
        strike=open_now and actor.is_(*DECIDERS) and can(state, "strike"),
        decline=open_now and himself and can(state, "decline"),
    )


def moved(actor: Actor, training: TrainingClass, act: str, right: str) -> TrainingClass:
    """The class, locked, in its state after ``act``, not saved; refused without right or at the wrong time."""
    training = TrainingClass.objects.select_for_update().select_related("office", "body").get(pk=training.pk)
    training.state = after_step(
        actor, training, CLASS, act, right, unseen=_("Lớp này của cơ quan khác."),
        refused=_("Vị trí công tác của bạn không được làm bước này của lớp."),
    )  # fmt: skip
    return training


def moved_nominee(actor: Actor, nominee: Nominee, act: str) -> Nominee:
    """The nominee, locked with its class, in its state after ``act``, not saved."""
    TrainingClass.objects.select_for_update().get(pk=nominee.training_id)
    nominee = Nominee.objects.select_related("training__office", "invitation__body", "position__user").get(
        pk=nominee.pk
    )
    nominee.state = after_step(
        actor, nominee, NOMINEE, act, act, unseen=_("Lớp này của cơ quan khác."),
        refused=_("Vị trí công tác của bạn không được làm bước này của lớp."),
    )  # fmt: skip
    return nominee


def may_nominate(actor: Actor, invitation: Invitation) -> None:
    """:class:`NotAllowed` for who does not speak for the unit, or when people are no longer named."""
    if not invitation_abilities(actor, invitation).nominate:
        raise NotAllowed(_("Chỉ người phụ trách đơn vị được hỏi cử người, trong lúc lớp còn nhận cử."))


def _of_class(actor: Actor, thing: TrainingSession | ClassPhoto) -> Abilities:
    return Abilities(see=class_abilities(actor, thing.training).see)


def _presence(actor: Actor, presence: Presence) -> Abilities:
    return Abilities(see=nominee_abilities(actor, presence.nominee).see)


register_abilities(TrainingClass, class_abilities)
register_abilities(Invitation, invitation_abilities)
register_abilities(Nominee, nominee_abilities)
register_abilities(Presence, _presence)
for _model in (TrainingSession, ClassPhoto):
    register_abilities(_model, _of_class)
