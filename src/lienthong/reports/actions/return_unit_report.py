"""Sending a unit's report back to the unit, with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lienthong.audit import service as audit
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.reports import events, unit_items
from lienthong.reports.models import UnitReport
from lienthong.reports.permissions import begin


@transaction.atomic
def return_unit_report(actor: Actor, unit_report: UnitReport, *, reason: str) -> UnitReport:
    """What the unit wrote stays; it waits in the unit's *Việc của tôi* with the reason."""
    state = begin(actor, unit_report, "give_back")
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do trả lại."), field="reason")
    unit_report.state, unit_report.reason = state, reason.strip()
    unit_report.save(update_fields=["state", "reason"])
    unit_items.ask_again(unit_report, actor)
    unit_items.tell_heads(unit_report, gettext_noop("Báo cáo được trả lại: %(title)s"))
    label = unit_report.body.label
    audit.record(events.UNIT_RETURNED, unit_report, by=actor.stamp, body=label, reason=unit_report.reason)
    return unit_report
