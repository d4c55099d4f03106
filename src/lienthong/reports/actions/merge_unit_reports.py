"""Merging what units sent into the office's report (*gộp báo cáo của các đơn vị*)."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor, abilities_for
from lienthong.reports import events
from lienthong.reports.actions.write_unit_report import PARTS
from lienthong.reports.models import UnitReport, UnitRequest
from lienthong.reports.permissions import begin, still_open


@transaction.atomic
def merge_unit_reports(actor: Actor, request: UnitRequest) -> list[UnitReport]:
    """Everything that was sent and not merged yet goes in: words below those already there, each under its unit's name,
    for a person to edit; figures as typed ones. Returns what was merged.
    """
    if not abilities_for(actor, request).manage:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo gộp báo cáo của đơn vị."))
    report = still_open(request)
    sent = list(request.unit_reports.filter(state=UnitReport.State.SENT).select_related("body", "request__report"))
    if not sent:
        raise Refused(_("Không có báo cáo đơn vị nào đã gửi mà chưa gộp."))
    for unit_report in sent:
        unit_report.state = begin(actor, unit_report, "merge")
        unit_report.save(update_fields=["state"])
        close_items(unit_report)
        body = unit_report.body.label
        audit.record(events.UNIT_MERGED, unit_report, by=actor.stamp, body=body, title=report.title)
    for part in PARTS:
        said = [f"{one.body.label}: {getattr(one, part).strip()}" for one in sent if getattr(one, part).strip()]
        setattr(report, part, "\n".join([text for text in (getattr(report, part).rstrip(), *said) if text]))
    report.save(update_fields=PARTS)
    bodies = ", ".join(one.body.label for one in sent)
    audit.record(events.REPORT_MERGED, report, by=actor.stamp, title=report.title, bodies=bodies)
    return sent
