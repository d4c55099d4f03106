"""Give an inspection up, with the reason; who was told of it is told."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.inspections import events, items
from lienthong.inspections.models import Inspection
from lienthong.inspections.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def cancel_inspection(actor: Actor, inspection: Inspection, *, reason: str) -> Inspection:
    found = begin(actor, inspection, "cancel")
    found.reason = required(reason, _("Hãy ghi lý do hủy."), "reason")[:300]
    found.save(update_fields=["state", "reason"])
    items.settle(found)
    if found.announced_at is not None:
        items.tell_all(found, gettext_noop("Hủy kiểm tra: %(title)s. %(reason)s"))
    record(events.CANCELLED, found, by=actor.stamp, reason=found.reason)
    return found
