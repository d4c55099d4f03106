"""Turn an outlet on: from now on its messages really go out."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.core import events
from lienthong.channels.core.models import Outlet
from lienthong.channels.core.permissions import outlet_abilities
from lienthong.core import public
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor


@transaction.atomic
def turn_on_outlet(actor: Actor, outlet: Outlet) -> Outlet:
    outlet = Outlet.objects.select_for_update().get(pk=outlet.pk)
    if not outlet_abilities(actor, outlet).change:
        raise NotAllowed(_("Quản trị của cơ quan bật gửi thật."))
    if outlet.dry_run:
        outlet.dry_run = False
        outlet.save(update_fields=["dry_run"])
        # The menu of the public site may name it.
        public.changed(outlet.office_id)
        record(events.OUTLET_ON, outlet, by=actor.stamp, name=outlet.name)
    return outlet
