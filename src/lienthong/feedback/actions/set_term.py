"""Set a term of the office from a day on; what was promised before stays promised."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused, required
from lienthong.feedback import events
from lienthong.feedback.models import Term
from lienthong.feedback.permissions import may_set_terms
from lienthong.organisations.service import Actor


@transaction.atomic
def set_term(actor: Actor, *, kind: str, amount: int, basis: str, valid_from: date) -> Term:
    """``amount`` in working days or months, as the kind says."""
    if not may_set_terms(actor):
        raise NotAllowed(_("Lãnh đạo, cán bộ tổng hợp đặt thời hạn của cơ quan."))
    if not 1 <= amount <= 120:
        raise Refused(_("Hãy ghi từ 1 đến 120."), field="amount")
    basis = required(basis, _("Hãy ghi căn cứ: quy chế hoặc văn bản nào."), "basis")
    term = Term.objects.create(
        office=actor.own_office, kind=Term.Kind(kind), amount=amount, basis=basis, valid_from=valid_from,
        set_by=actor.own_position,
    )  # fmt: skip
    record(
        events.TERM_SET, term, by=actor.stamp, what=str(term.get_kind_display()), amount=amount,
        day=f"{valid_from:%d/%m/%Y}",
    )  # fmt: skip
    return term
