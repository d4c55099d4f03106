"""Keeping a report obligation of the office."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, Body
from lienthong.reports import events
from lienthong.reports.models import Obligation, PeriodRule
from lienthong.reports.permissions import may_make_reports


def add_obligation(
    actor: Actor,
    *,
    name: str,
    recipient: str,
    legal_basis: str,
    regime: str,
    kinds: list[str],
    valid_from: date,
    due_day: int | None = None,
    recipient_body: Body | None = None,
) -> Obligation:
    """An obligation to report to ``recipient`` in the periods ``kinds`` of ``regime``, on a stated legal basis."""
    if not may_make_reports(actor):
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo ghi chế độ báo cáo của cơ quan."))
    known = set(PeriodRule.objects.filter(regime=regime).values_list("kind", flat=True))
    if not kinds or not set(kinds) <= known:
        raise Refused(_("Chế độ báo cáo này không có kỳ đã chọn."), field="kinds")
    if due_day is not None and not 1 <= due_day <= 31:
        raise Refused(_("Ngày phải gửi là một ngày trong tháng, từ 1 đến 31."), field="due_day")
    with transaction.atomic():
        obligation = Obligation.objects.create(
            office=actor.own_office,
            name=name,
            recipient=recipient,
            recipient_body=recipient_body,
            legal_basis=legal_basis,
            regime=regime,
            kinds=kinds,
            due_day=due_day,
            valid_from=valid_from,
        )
        audit.record(events.OBLIGATION_ADDED, obligation, by=actor.stamp, name=name, recipient=recipient)
    return obligation
