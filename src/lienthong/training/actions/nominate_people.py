"""A unit names its people for a class, or says why it names nobody."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.text import search_fold
from lienthong.organisations.service import Actor, Position
from lienthong.training import events, items
from lienthong.training.models import Invitation, Nominee, TrainingClass
from lienthong.training.people import read_others
from lienthong.training.permissions import may_nominate


@transaction.atomic
def nominate_people(
    actor: Actor, invitation: Invitation, *, positions: Iterable[Position] = (), others: str = "", reason: str = ""
) -> list[Nominee]:
    """``positions`` of the unit; ``others``: people without an account, by name and title. What was named before stays.

    With nobody named ``reason`` says why. Once every unit has answered, who approves the list is asked to.
    """
    training = TrainingClass.objects.select_for_update().select_related("office", "body").get(pk=invitation.training_id)
    invitation = Invitation.objects.select_related("body").get(pk=invitation.pk)
    invitation.training = training
    may_nominate(actor, invitation)
    chosen, named = list(positions), read_others(others)
    made = [_of_position(actor, invitation, one) for one in chosen]
    made += [_by_name(actor, invitation, name, title) for name, title in named]
    has_any = bool(made) or invitation.nominees.active().exists()
    if not has_any and not reason.strip():
        raise Refused(_("Hãy chọn người được cử, hoặc ghi lý do đơn vị không cử ai."), field="reason")
    invitation.reason = "" if has_any else reason.strip()[:300]
    invitation.answered_by, invitation.answered_at = actor.own_position, timezone.now()
    invitation.save(update_fields=["reason", "answered_by", "answered_at"])
    items.unit_answered(invitation)
    for nominee in made:
        items.ask_person(nominee, actor)
    _tell_who_decides(training, made)
    unit = invitation.body.label
    if has_any:
        record(events.NOMINATED, training, by=actor.stamp, unit=unit, count=len(made))
    else:
        record(events.NAMED_NOBODY, training, by=actor.stamp, unit=unit, reason=invitation.reason)
    return made


def _of_position(actor: Actor, invitation: Invitation, position: Position) -> Nominee:
    if position.body_id != invitation.body_id:
        raise NotAllowed(_("Chỉ cử được người của đơn vị mình."))
    named = Nominee.objects.active().filter(training=invitation.training, position__user=position.user_id)
    if named.exists():
        raise Refused(_("%(name)s đã được cử dự lớp này rồi.") % {"name": position.user}, field="positions")
    return Nominee.objects.create(
        training=invitation.training, invitation=invitation, position=position, name=str(position.user),
        title=position.title, nominated_by=actor.own_position,
    )  # fmt: skip


def _by_name(actor: Actor, invitation: Invitation, name: str, title: str) -> Nominee:
    """Two people of a unit may have one name, not one name and one title."""
    same = {(search_fold(one.name), search_fold(one.title)) for one in invitation.nominees.active()}
    if (search_fold(name), search_fold(title)) in same:
        raise Refused(_("%(name)s đã được cử dự lớp này rồi.") % {"name": name}, field="others")
    return Nominee.objects.create(
        training=invitation.training, invitation=invitation, name=name, title=title, nominated_by=actor.own_position
    )


def _tell_who_decides(training: TrainingClass, made: list[Nominee]) -> None:
    """All have answered, or somebody comes in the place of another: the list is to be approved."""
    waiting = training.invitations.filter(answered_at=None).exists()
    if training.state == TrainingClass.State.NOMINATING and not waiting:
        items.ask_to_list(training)
    elif training.state == TrainingClass.State.LISTED and made:
        items.ask_to_list(training)
        sentence = kept("Có người được cử thêm vào lớp: %(title)s") % {"title": training.title}
        items.tell_position(training.last_editor, training, sentence)
