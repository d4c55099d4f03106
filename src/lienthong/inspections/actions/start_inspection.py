"""Begin an inspection; what the evidence of each drawn line says is kept as of this day."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inspections import events, items
from lienthong.inspections.models import CheckLine, Inspection
from lienthong.inspections.permissions import begin
from lienthong.inspections.seeing import said_by_evidence
from lienthong.organisations.service import Actor


@transaction.atomic
def start_inspection(actor: Actor, inspection: Inspection) -> Inspection:
    found = begin(actor, inspection, "start")
    if found.visits.filter(lines=None).exists():
        raise Refused(_("Có đơn vị chưa có nội dung kiểm tra. Hãy lấy từ nhiệm vụ hoặc ghi thêm."))
    lines = CheckLine.objects.filter(visit__inspection=found, assignment__isnull=False)
    for line in lines.select_related("assignment", "visit__body"):
        assert line.assignment is not None, "filtered"
        line.seen, line.seen_on = said_by_evidence(line.assignment, line.visit.body), timezone.localdate()
        line.save(update_fields=["seen", "seen_on"])
    found.save(update_fields=["state"])
    items.ask_team(found, actor)
    record(events.STARTED, found, by=actor.stamp)
    return found
