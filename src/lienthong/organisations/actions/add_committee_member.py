"""Take a position of any body into a committee or team."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body, CommitteeMember, Position
from lienthong.organisations.permissions import abilities_for


def add_committee_member(
    actor: Actor, committee: Body, position: Position, *, duty: str, valid_from: date | None = None
) -> CommitteeMember:
    """``duty`` is what the founding decision calls it: Trưởng ban, Thành viên, Thư ký …"""
    if not abilities_for(actor, committee).staff:
        raise NotAllowed(_("Chỉ quản trị của cơ quan sửa được thành viên ban chỉ đạo."))
    if committee.kind != Body.Kind.COMMITTEE:
        raise Refused(_("Chỉ ban chỉ đạo, tổ công tác có thành viên kiêm nhiệm."))
    if committee.committee_members.filter(position=position).valid_now().exists():
        raise Refused(_("Người này đã là thành viên."), field="position")
    with transaction.atomic():
        member = CommitteeMember.objects.create(
            committee=committee, position=position, duty=duty, valid_from=valid_from
        )
        audit.record(
            events.COMMITTEE_MEMBER_ADDED,
            committee,
            by=actor.stamp,
            person=str(position),
            committee=committee.name,
            duty=duty,
        )
    return member
