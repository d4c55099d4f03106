"""Name a group of bodies that documents speak of together."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.text import search_fold
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body, Group
from lienthong.organisations.permissions import abilities_for


def add_group(actor: Actor, *, office: Body, name: str) -> Group:
    """A new group of ``office`` without members ("Trưởng các khu dân cư")."""
    group = Group(office=office, name=" ".join(name.split()))
    abilities = abilities_for(actor, group)
    if not abilities.change:
        raise NotAllowed(_("Chỉ quản trị, văn thư và cán bộ tổng hợp của cơ quan tạo được nhóm."))
    if not search_fold(name):
        raise Refused(_("Hãy ghi tên nhóm."), field="name")
    if office.groups.filter(folded=search_fold(name)).exists():
        raise Refused(_("Đã có nhóm tên này."), field="name")
    with transaction.atomic():
        group.save()
        audit.record(events.GROUP_ADDED, group, by=actor.stamp, name=group.name)
    return group
