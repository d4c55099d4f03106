"""Sending a unit's report to the office that asked for it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.reports import events, unit_items
from lienthong.reports.models import UnitReport
from lienthong.reports.permissions import begin


@transaction.atomic
def send_unit_report(actor: Actor, unit_report: UnitReport) -> UnitReport:
    """Every figure asked for must be there: nothing is 0 until somebody typed 0."""
    state = begin(actor, unit_report, "send")
    typed = unit_report.typed.values_list("asked_id", flat=True)
    missing = list(unit_report.request.asked.exclude(pk__in=typed).values_list("name", flat=True))
    if missing:
        names = "; ".join(missing)
        raise Refused(_("Chưa gửi được: còn thiếu số liệu %(names)s. Không có thì ghi 0.") % {"names": names})
    if unit_report.written_at is None:
        raise Refused(_("Chưa gửi được: báo cáo chưa ghi gì. Hãy xem lại nội dung rồi bấm Lưu và gửi."))
    unit_report.state, unit_report.reason = state, ""
    unit_report.sent_at, unit_report.sent_by = timezone.now(), actor.position
    unit_report.save(update_fields=["state", "reason", "sent_at", "sent_by"])
    unit_items.ask_to_read(unit_report, actor)
    audit.record(events.UNIT_SENT, unit_report, by=actor.stamp, body=unit_report.body.label)
    return unit_report
