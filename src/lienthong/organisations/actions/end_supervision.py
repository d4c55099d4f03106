"""Close an office to a supervisor after a day."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Supervision
from lienthong.organisations.permissions import abilities_for


@transaction.atomic
def end_supervision(actor: Actor, supervision: Supervision, *, day: date) -> Supervision:
    """``day`` is the last day."""
    if not abilities_for(actor, supervision.body).staff:
        raise NotAllowed(_("Chỉ quản trị của cơ quan được giám sát kết thúc được việc giám sát."))
    if supervision.valid_from and day < supervision.valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="day")
    supervision.valid_to = day
    supervision.save(update_fields=["valid_to"])
    audit.record(
        events.SUPERVISION_ENDED, supervision.position, by=actor.stamp, person=str(supervision.position),
        body=supervision.body.name, day=f"{day:%d/%m/%Y}",
    )  # fmt: skip
    return supervision
