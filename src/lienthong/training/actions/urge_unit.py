"""Urge a unit that has not named its people."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import Invitation
from lienthong.training.permissions import class_abilities


@transaction.atomic
def urge_unit(actor: Actor, invitation: Invitation) -> None:
    training = invitation.training
    if not class_abilities(actor, training).urge:
        raise NotAllowed(_("Chỉ đơn vị phụ trách lớp đôn đốc được, trong lúc lớp còn nhận cử."))
    if invitation.answered_at:
        raise Refused(_("Đơn vị này đã trả lời rồi."))
    said = {"title": training.title, "day": f"{training.nominate_by:%d/%m/%Y}"}
    items.tell_unit(invitation, kept("Đôn đốc cử người dự lớp %(title)s, hạn %(day)s") % said, urgent=True)
    record(events.URGED, training, by=actor.stamp, unit=invitation.body.label)
