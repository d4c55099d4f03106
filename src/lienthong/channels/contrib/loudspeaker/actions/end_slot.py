"""Take back a time on the air from tomorrow on."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew
from lienthong.channels.contrib.loudspeaker.models import ProgrammeSlot
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.channels.contrib.loudspeaker.scheduling import hold
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def end_slot(actor: Actor, slot: ProgrammeSlot) -> ProgrammeSlot:
    """What was promised for today is still played. Columns that have no other slot keep it from being ended."""
    require_run(actor, slot.station)
    hold(slot.station)
    slot = ProgrammeSlot.objects.select_for_update().get(pk=slot.pk)
    for column in slot.columns.all().current():
        if not column.slots.all().current().exclude(pk=slot.pk).exists():
            raise Refused(_("Chuyên mục “%(title)s” chỉ có khung này. Hãy dừng chuyên mục trước.") % {"title": column})
    slot.ended_at = slot.ended_at or timezone.now()
    slot.save(update_fields=["ended_at"])
    check_and_renew(slot.station)
    record(events.SLOT_ENDED, slot, by=actor.stamp, name=slot.name)
    return slot
