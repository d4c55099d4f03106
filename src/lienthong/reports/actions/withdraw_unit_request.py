"""Withdrawing a request to units (*thu hồi yêu cầu báo cáo*)."""

from django.db import transaction
from django.utils import timezone
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
def withdraw_unit_request(actor: Actor, request: UnitRequest, *, reason: str) -> UnitRequest:
    """Nothing of it waits for any unit any more; what units wrote and sent stays readable.

    Refused once something of it was merged: that is part of the office's report already.
    """
    if not abilities_for(actor, request).manage:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo thu hồi yêu cầu báo cáo."))
    still_open(request)
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do thu hồi, để các đơn vị biết."), field="reason")
    if request.unit_reports.filter(state=UnitReport.State.MERGED).exists():
        raise Refused(_("Đã gộp báo cáo của đơn vị vào báo cáo của cơ quan, không thu hồi được nữa."))
    request.withdrawn_at, request.withdrawn_by = timezone.now(), actor.own_position
    request.reason = reason.strip()
    request.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])
    for unit_report in request.unit_reports.select_related("body", "request"):
        close_items(unit_report)
        unit_items.tell_heads(unit_report, gettext_noop("Yêu cầu báo cáo đã thu hồi: %(title)s"))
    audit.record(events.REQUEST_WITHDRAWN, request, by=actor.stamp, title=request.title, reason=request.reason)
    return request
