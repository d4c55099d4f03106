"""Announce an inspection: its team and its units are told of their days."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inspections import events, items
from lienthong.inspections.models import Inspection
from lienthong.inspections.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def announce_inspection(actor: Actor, inspection: Inspection) -> Inspection:
    found = begin(actor, inspection, "announce")
    visits = list(found.visits.select_related("body", "inspection__office"))
    if not visits:
        raise Refused(_("Chưa có đơn vị nào. Hãy chọn đơn vị và ngày kiểm tra."))
    if any(visit.day < timezone.localdate() for visit in visits):
        raise Refused(_("Có đơn vị mà ngày kiểm tra đã qua. Hãy đổi ngày rồi thông báo."))
    found.announced_at = found.announced_at or timezone.now()
    found.reason = ""
    found.save(update_fields=["state", "announced_at", "reason"])
    items.tell_team(found, actor)
    for visit in visits:
        items.tell_unit(visit, actor)
    record(events.ANNOUNCED, found, by=actor.stamp, count=len(visits))
    return found
