"""Put a unit on the list of an inspection, with its day."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inspections import events, items
from lienthong.inspections.models import Inspection, Visit
from lienthong.inspections.permissions import begin
from lienthong.inspections.writing import refuse_past
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def add_visit(actor: Actor, inspection: Inspection, *, body: Body, day: date) -> Visit:
    """Added to an inspection that was announced, the unit is told at once."""
    found = begin(actor, inspection, "prepare")
    if body.office_id != found.office_id or body.pk == found.office_id:
        raise Refused(_("Hãy chọn đơn vị thuộc cơ quan."), field="body")
    if found.visits.filter(body=body).exists():
        raise Refused(_("Đơn vị này đã có trong cuộc kiểm tra."), field="body")
    refuse_past(day, "day")
    visit = Visit.objects.create(inspection=found, body=body, day=day)
    if found.state == Inspection.State.ANNOUNCED:
        items.tell_unit(visit, actor)
    record(events.VISIT_ADDED, found, by=actor.stamp, body=body.label, day=f"{day:%d/%m/%Y}")
    return visit
