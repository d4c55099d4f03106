"""Turn an outlet off: its messages are only rehearsed again."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.core import events
from lienthong.channels.core.deciding import required
from lienthong.channels.core.models import Outlet
from lienthong.channels.core.permissions import outlet_abilities
from lienthong.core import public
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor


@transaction.atomic
def turn_off_outlet(actor: Actor, outlet: Outlet, *, reason: str) -> Outlet:
    outlet = Outlet.objects.select_for_update().get(pk=outlet.pk)
    if not outlet_abilities(actor, outlet).change:
        raise NotAllowed(_("Quản trị của cơ quan chuyển về chạy thử."))
    reason = required(reason)
    if not outlet.dry_run:
        outlet.dry_run = True
        outlet.save(update_fields=["dry_run"])
        # The menu of the public site may name it.
        public.changed(outlet.office_id)
        record(events.OUTLET_OFF, outlet, by=actor.stamp, name=outlet.name, reason=reason)
    return outlet
