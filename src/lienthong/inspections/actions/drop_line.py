"""Take away a line that nobody has answered yet."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inspections import events
from lienthong.inspections.models import CheckLine
from lienthong.inspections.permissions import begin_at
from lienthong.organisations.service import Actor


@transaction.atomic
def drop_line(actor: Actor, line: CheckLine) -> None:
    visit = begin_at(actor, line.visit, "list")
    line = CheckLine.objects.select_for_update().get(pk=line.pk)
    if line.result:
        raise Refused(_("Nội dung này đã có kết quả nên không bỏ được."))
    record(events.LINE_DROPPED, visit.inspection, by=actor.stamp, body=visit.body.label, text=str(line))
    line.delete()
