"""Change how the public is told to reach the office."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.models import Portal
from lienthong.portal.permissions import may_open
from lienthong.portal.published import announce

CONTACT = ("address", "phone", "email", "hours", "hotlines")


@transaction.atomic
def change_portal(actor: Actor, portal: Portal, **values: str) -> Portal:
    """``values`` are among address, phone, email, hours and hotlines."""
    if not (may_open(actor) and actor.in_office(portal.office_id)):
        raise NotAllowed(_("Chỉ người quản trị của cơ quan sửa thông tin liên hệ."))
    for name in CONTACT:
        setattr(portal, name, values.get(name, getattr(portal, name)).strip())
    portal.save(update_fields=CONTACT)
    announce(portal.office_id)
    record(events.CHANGED, portal, by=actor.stamp)
    return portal
