"""Name who stands in for a member of a committee, from a day to a day."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import Deputy
from lienthong.committees.permissions import keep
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, CommitteeMember, Position


@transaction.atomic
def name_deputy(
    actor: Actor, member: CommitteeMember, deputy: Position, *, valid_from: date, valid_to: date | None
) -> Deputy:
    keep(actor, member.committee)
    if deputy == member.position:
        raise Refused(_("Người dự thay phải là người khác."), field="deputy")
    if valid_to and valid_to < valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="valid_to")
    named = Deputy.objects.create(member=member, deputy=deputy, valid_from=valid_from, valid_to=valid_to)
    record(events.DEPUTY_NAMED, member.committee, by=actor.stamp, deputy=str(deputy), member=str(member.position))
    return named
