"""Freezing a report: its figures, the rows they counted, and its words become what was sent."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor, abilities_for
from lienthong.reports import events, unit_items
from lienthong.reports.gathering import freeze_figures
from lienthong.reports.models import Report
from lienthong.reports.workflow import REPORT


def freeze_report(actor: Actor, report: Report) -> Report:
    """Store every figure with what it counted and a hash over all; the report cannot be changed afterwards.

    Units that have not sent are waited for no longer.
    """
    with transaction.atomic():
        report = Report.objects.select_for_update().get(pk=report.pk)
        state = REPORT.move(report.state, "freeze")
        if not abilities_for(actor, report).freeze:
            raise NotAllowed(_("Bạn không được chốt báo cáo này."))
        report.state = state
        report.hash = freeze_figures(report)
        report.frozen_at, report.frozen_by = timezone.now(), actor.position
        report.save(update_fields=["state", "hash", "frozen_at", "frozen_by"])
        unit_items.close_all(report)
        audit.record(events.REPORT_FROZEN, report, by=actor.stamp, title=report.title, hash=report.hash[:12])
    return report
