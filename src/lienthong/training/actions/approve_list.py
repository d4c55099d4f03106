"""Approve the list of a class: everyone named and not struck is on it, and is told."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import Nominee, TrainingClass
from lienthong.training.people import number_list
from lienthong.training.permissions import moved
from lienthong.training.workflow import NOMINEE


@transaction.atomic
def approve_list(actor: Actor, training: TrainingClass, *, seen: int | None) -> TrainingClass:
    """``seen``: how many were named when the approver read the list; another number is refused."""
    training = moved(actor, training, "list", "list")
    new = list(training.nominees.filter(state=Nominee.State.NOMINATED).select_related("position", "training"))
    already = training.nominees.on_list().count()
    if seen != len(new) + already:
        raise Refused(_("Danh sách đã đổi sau khi bạn mở. Hãy tải lại và xem lại."))
    if not new:
        raise Refused(_("Chưa có ai mới được cử để đưa vào danh sách."))
    if training.seats and len(new) + already > training.seats:
        said = {"n": len(new) + already, "seats": training.seats}
        raise Refused(_("Có %(n)d người mà lớp chỉ có %(seats)d chỗ. Hãy gạch bớt, kèm lý do.") % said)
    for nominee in new:
        nominee.state = NOMINEE.move(nominee.state, "list")
        nominee.save(update_fields=["state"])
        items.tell_person(nominee, kept("Bạn có trong danh sách lớp: %(title)s") % {"title": training.title})
    number_list(training)
    training.listed_by, training.listed_at = actor.own_position, timezone.now()
    training.save(update_fields=["state", "listed_by", "listed_at"])
    items.listed(training)
    record(events.LISTED, training, by=actor.stamp, count=len(new) + already)
    return training
