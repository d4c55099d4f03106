"""Reminding the units that have not sent their report (*nhắc đơn vị chưa gửi*)."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.reports import events, unit_items
from lienthong.reports.models import UnitReport, UnitRequest
from lienthong.reports.permissions import begin


@transaction.atomic
def urge_unit_reports(actor: Actor, request: UnitRequest) -> list[UnitReport]:
    """A line under the bell of every head whose body has not sent; returns whom it concerned."""
    if not abilities_for(actor, request).manage:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo nhắc đơn vị gửi báo cáo."))
    waiting = list(request.unit_reports.waiting().select_related("body", "request__report"))
    if not waiting:
        raise Refused(_("Mọi đơn vị đã gửi báo cáo."))
    for unit_report in waiting:
        begin(actor, unit_report, "urge")
        unit_items.tell_heads(unit_report, gettext_noop("Đôn đốc gửi báo cáo: %(title)s"), urgent=True)
    bodies = ", ".join(one.body.label for one in waiting)
    audit.record(events.UNITS_URGED, request, by=actor.stamp, bodies=bodies, title=request.title)
    return waiting
