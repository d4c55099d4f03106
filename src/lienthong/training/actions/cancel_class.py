"""Call a class off; who was asked or is to attend is told why."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import TrainingClass
from lienthong.training.permissions import moved


@transaction.atomic
def cancel_class(actor: Actor, training: TrainingClass, *, reason: str) -> TrainingClass:
    before = training.state
    training = moved(actor, training, "cancel", "cancel")
    training.reason = required(reason)
    training.save(update_fields=["state", "reason"])
    if before != TrainingClass.State.PREPARING:
        sentence = kept("Không tổ chức lớp %(title)s: %(reason)s") % {
            "title": training.title,
            "reason": training.reason,
        }
        for invitation in training.invitations.select_related("body"):
            items.tell_unit(invitation, sentence)
        for nominee in training.nominees.active().select_related("position", "training"):
            items.tell_person(nominee, sentence)
    items.forget_all(training)
    record(events.CANCELLED, training, by=actor.stamp, reason=training.reason)
    return training
