"""Write by hand what is checked at a unit."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.inspections import events
from lienthong.inspections.models import CheckLine, Visit
from lienthong.inspections.permissions import begin_at
from lienthong.organisations.service import Actor


@transaction.atomic
def add_line(actor: Actor, visit: Visit, *, text: str) -> CheckLine:
    visit = begin_at(actor, visit, "list")
    line = CheckLine.objects.create(visit=visit, text=required(text, _("Hãy ghi nội dung kiểm tra."), "text"))
    record(events.LINE_ADDED, visit.inspection, by=actor.stamp, body=visit.body.label, text=str(line))
    return line
