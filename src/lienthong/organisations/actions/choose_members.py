"""Choose who belongs to a group from a day on; what was before stays as it was."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body, Group, GroupMember
from lienthong.organisations.permissions import abilities_for


def choose_members(actor: Actor, group: Group, bodies: Iterable[Body], *, day: date) -> None:
    """From ``day`` on the members of ``group`` are exactly ``bodies``."""
    if not abilities_for(actor, group).change:
        raise NotAllowed(_("Chỉ quản trị, văn thư và cán bộ tổng hợp của cơ quan chọn được thành viên nhóm."))
    wanted = {body.pk: body for body in bodies}
    closed = [body.name for body in wanted.values() if not body.valid_on(day)]
    if closed:
        raise Refused(_("%(names)s không hoạt động vào ngày này.") % {"names": ", ".join(closed)}, field="bodies")
    with transaction.atomic():
        staying = set()
        for member in group.members.exclude(valid_to__lt=day):
            if member.body_id in wanted and member.valid_on(day):
                staying.add(member.body_id)
                GroupMember.objects.filter(pk=member.pk).update(valid_to=None)
            elif member.valid_from is not None and member.valid_from >= day:
                # Planned for later and never in force.
                member.delete()
            else:
                GroupMember.objects.filter(pk=member.pk).update(valid_to=day - timedelta(days=1))
        for pk, body in wanted.items():
            if pk not in staying:
                GroupMember.objects.create(group=group, body=body, valid_from=day)
        audit.record(
            events.GROUP_MEMBERS_CHOSEN,
            group,
            by=actor.stamp,
            name=group.name,
            day=f"{day:%d/%m/%Y}",
            members=", ".join(sorted((body.name for body in wanted.values()), key=str.casefold)) or _("không có"),
        )
