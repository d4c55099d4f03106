"""Cancel a held number for good; the register keeps it with the reason."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import HeldNumber
from lienthong.registry.permissions import may_receive


def cancel_number(actor: Actor, held: HeldNumber, *, why: str) -> HeldNumber:
    """Mark ``held`` as never to be used, with the reason that the register shows."""
    if not may_receive(actor) or not actor.in_office(held.series.office_id):
        raise NotAllowed(_("Chỉ văn thư của cơ quan được hủy số."))
    if not why.strip():
        raise Refused(_("Hãy ghi lý do hủy số."), field="why")
    with transaction.atomic():
        held = HeldNumber.objects.select_for_update().get(pk=held.pk)
        if held.cancelled_on is not None:
            raise Refused(_("Số này đã được hủy trước đó."))
        held.cancelled_on, held.cancelled_why = timezone.localdate(), why.strip()
        held.save(update_fields=["cancelled_on", "cancelled_why"])
        record(events.NUMBER_CANCELLED, held, by=actor.stamp, number=str(held), reason=held.cancelled_why)
    return held
