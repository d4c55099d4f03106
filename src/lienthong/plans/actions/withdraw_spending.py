"""Withdraw a spending that was entered by mistake."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.amounts import amount_words
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.budget.models import Spending
from lienthong.plans.budget.permissions import begin


@transaction.atomic
def withdraw_spending(actor: Actor, spending: Spending, *, reason: str) -> Spending:
    """It stays readable with its paper and counts no more."""
    line = begin(actor, spending.line)
    spending = Spending.objects.select_for_update().get(pk=spending.pk)
    if spending.withdrawn_at is not None:
        raise Refused(_("Khoản chi này đã được bỏ."))
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao khoản chi này ghi nhầm."), field="reason")
    spending.withdrawn_at, spending.withdrawn_by = timezone.now(), actor.own_position
    spending.reason = reason.strip()[:300]
    spending.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])
    record(
        events.SPENDING_WITHDRAWN, line, by=actor.stamp, amount=amount_words(spending.amount),
        day=f"{spending.spent_on:%d/%m/%Y}", reason=spending.reason,
    )  # fmt: skip
    return spending
