"""Writing the words of a report while it is a draft."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor, abilities_for
from lienthong.reports import events
from lienthong.reports.models import Report
from lienthong.reports.workflow import REPORT

TEXTS = ("title", "opening", "results", "shortcomings", "causes", "outlook")


def write_report(actor: Actor, report: Report, **texts: str) -> Report:
    """Store the given texts (names of ``TEXTS``); what is not given stays."""
    if report.state == Report.State.DRAFT and not abilities_for(actor, report).write:
        raise NotAllowed(_("Bạn không được sửa báo cáo này."))
    REPORT.move(report.state, "write")
    changed = [name for name, text in texts.items() if name in TEXTS and getattr(report, name) != text]
    if not changed:
        return report
    with transaction.atomic():
        for name in changed:
            setattr(report, name, texts[name])
        report.save(update_fields=changed)
        audit.record(events.REPORT_WRITTEN, report, by=actor.stamp, title=report.title, parts=changed)
    return report
