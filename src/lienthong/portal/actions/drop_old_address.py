"""Let an old address lead nowhere again."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.models import OldAddress
from lienthong.portal.permissions import address_abilities
from lienthong.portal.published import announce


@transaction.atomic
def drop_old_address(actor: Actor, old: OldAddress) -> None:
    if not address_abilities(actor, old).withdraw:
        raise NotAllowed(_("Chỉ lãnh đạo, điều phối, quản trị của cơ quan bỏ địa chỉ dẫn."))
    record(events.ADDRESS_DROPPED, old, by=actor.stamp, old=old.path)
    announce(old.portal.office_id)
    old.delete()
