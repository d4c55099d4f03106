"""Changing when and how units are to answer a request that was sent already."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor, abilities_for
from lienthong.reports import events, unit_items
from lienthong.reports.models import UnitReport, UnitRequest
from lienthong.reports.permissions import still_open


@transaction.atomic
def change_unit_request(actor: Actor, request: UnitRequest, *, due: date, note: str) -> UnitRequest:
    """Who has not sent is told and is reminded by the new day; what units wrote or sent stays as it is."""
    if not abilities_for(actor, request).manage:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo đổi yêu cầu báo cáo."))
    still_open(request)
    if (due, note.strip()) == (request.due, request.note):
        raise Refused(_("Hạn gửi và hướng dẫn chưa đổi gì."), field="due")
    request.due, request.note = due, note.strip()
    request.save(update_fields=["due", "note"])
    for unit_report in request.unit_reports.waiting().select_related("body", "request__report__office"):
        if unit_report.state == UnitReport.State.RETURNED:
            unit_items.ask_again(unit_report, actor)
        else:
            close_items(unit_report)
            unit_items.ask_for_report(unit_report, actor)
        unit_items.tell_heads(unit_report, gettext_noop("Yêu cầu báo cáo đã đổi: %(title)s"))
    day = f"{due:%d/%m/%Y}"
    audit.record(events.REQUEST_CHANGED, request, by=actor.stamp, title=request.title, day=day)
    return request
