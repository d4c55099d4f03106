"""Let a member leave a committee."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import CommitteeMember
from lienthong.organisations.permissions import abilities_for


def end_committee_member(actor: Actor, member: CommitteeMember, *, day: date) -> CommitteeMember:
    """``day`` is the last day."""
    if not abilities_for(actor, member.committee).staff:
        raise NotAllowed(_("Chỉ quản trị của cơ quan sửa được thành viên ban chỉ đạo."))
    if member.valid_from and day < member.valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="day")
    with transaction.atomic():
        member.valid_to = day
        member.save(update_fields=["valid_to"])
        audit.record(
            events.COMMITTEE_MEMBER_ENDED,
            member.committee,
            by=actor.stamp,
            person=str(member.position),
            committee=member.committee.name,
            day=f"{day:%d/%m/%Y}",
        )
    return member
