"""Open a class: every unit that it asks for people has it among its things to do."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import TrainingClass
from lienthong.training.permissions import moved


@transaction.atomic
def open_class(actor: Actor, training: TrainingClass) -> TrainingClass:
    training = moved(actor, training, "open", "open")
    asked = list(training.invitations.select_related("body", "training__office"))
    if not asked:
        raise Refused(_("Hãy ghi số người mời cử của ít nhất một đơn vị."))
    if training.nominate_by < timezone.localdate():
        raise Refused(_("Hạn cử người đã qua. Hãy sửa hạn rồi mở."))
    training.save(update_fields=["state"])
    for invitation in asked:
        invitation.training = training
        items.ask_unit(invitation, actor)
    record(events.OPENED, training, by=actor.stamp, units=len(asked), date=f"{training.nominate_by:%d/%m/%Y}")
    return training
