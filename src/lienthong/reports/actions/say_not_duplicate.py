"""Say of two obligations that look alike that both are asked for, and why."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.reports import events
from lienthong.reports.models import NotDuplicate, Obligation
from lienthong.reports.permissions import obligation_abilities


@transaction.atomic
def say_not_duplicate(actor: Actor, one: Obligation, other: Obligation, *, reason: str) -> NotDuplicate:
    if not (obligation_abilities(actor, one).change and obligation_abilities(actor, other).change):
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo sửa chế độ báo cáo."))
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao hai báo cáo không trùng."), field="reason")
    first, second = sorted((one, other), key=lambda each: each.pk)
    said, _made = NotDuplicate.objects.update_or_create(
        one=first, other=second, defaults={"reason": reason.strip()[:300], "said_by": actor.own_position}
    )
    record(events.NOT_DUPLICATE, first, by=actor.stamp, other=second.name, reason=said.reason)
    return said
