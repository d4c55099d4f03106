"""Ending a report obligation: it is kept, and asks for nothing after its last day."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor, abilities_for
from lienthong.reports import events
from lienthong.reports.models import Obligation


def end_obligation(actor: Actor, obligation: Obligation, *, last_day: date | None) -> Obligation:
    """Let ``obligation`` hold until ``last_day``, included."""
    if not abilities_for(actor, obligation).change:
        raise NotAllowed(_("Bạn không được sửa chế độ báo cáo này."))
    if last_day is None or last_day < obligation.valid_from:
        raise Refused(_("Ngày kết thúc không được trước ngày bắt đầu của chế độ báo cáo."), field="last_day")
    with transaction.atomic():
        obligation.valid_to = last_day
        obligation.save(update_fields=["valid_to"])
        close_items(obligation)
        day = f"{last_day:%d/%m/%Y}"
        audit.record(events.OBLIGATION_ENDED, obligation, by=actor.stamp, name=obligation.name, day=day)
    return obligation
