"""Put an inspection off, with the reason; it is announced again with new days."""

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
def put_off_inspection(actor: Actor, inspection: Inspection, *, reason: str) -> Inspection:
    found = begin(actor, inspection, "put_off")
    found.reason = required(reason, _("Hãy ghi lý do hoãn."), "reason")[:300]
    found.save(update_fields=["state", "reason"])
    items.settle(found)
    items.tell_all(found, gettext_noop("Hoãn kiểm tra: %(title)s. %(reason)s"))
    record(events.PUT_OFF, found, by=actor.stamp, reason=found.reason)
    return found
