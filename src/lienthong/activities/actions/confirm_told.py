"""Write down that those who registered were told of a change, by telephone or mail as they had asked."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.activities import events, items
from lienthong.activities.models import OfficeEvent
from lienthong.activities.permissions import event_abilities
from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor


@transaction.atomic
def confirm_told(actor: Actor, event: OfficeEvent) -> OfficeEvent:
    event = OfficeEvent.objects.select_for_update().get(pk=event.pk)
    if not event_abilities(actor, event).tell:
        raise NotAllowed(_("Sự kiện này không còn thay đổi nào phải báo."))
    event.untold = False
    event.save(update_fields=["untold"])
    items.told(event)
    record(events.TOLD, event, by=actor.stamp)
    return event
