"""Begin to propose a unit, a model or an initiative."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import Nomination
from lienthong.commendations.permissions import may_nominate
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def nominate(actor: Actor, *, values: dict[str, Any]) -> Nomination:
    """``values``: kind, title, body (a unit of the actor's office) and story."""
    if not may_nominate(actor):
        raise NotAllowed(_("Vị trí công tác của bạn không đề nghị biểu dương."))
    if values["body"].office_id != actor.own_office.pk:
        raise Refused(_("Chỉ đề nghị đơn vị, mô hình, sáng kiến của cơ quan mình."), field="body")
    nomination = Nomination.objects.create(
        office=actor.own_office, created_by=actor.own_position, last_editor=actor.own_position, **values
    )
    record(events.BEGUN, nomination, by=actor.stamp, title=nomination.title, body=nomination.body.label)
    return nomination
