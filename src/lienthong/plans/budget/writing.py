"""What may be written on a budget line, and how the history says what changed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from lienthong.core.amounts import amount_words
from lienthong.core.fields import labels_of
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans.budget.models import BudgetLine
from lienthong.registry.service import document_numbered

EDITABLE = ("source", "purpose", "planned", "approved", "note")


def write(actor: Actor, line: BudgetLine, values: Mapping[str, Any]) -> list[str]:
    """Set ``values`` of :data:`EDITABLE`, and ``approval`` by its number; returns "dự toán: 1.000.000 → chưa ghi số" of
    each that changed. Nothing is stored.
    """
    before = {name: getattr(line, name) for name in (*EDITABLE, "approval")}
    for name in EDITABLE:
        if name in values:
            setattr(line, name, values[name])
    if "approval" in values:
        number = values["approval"].strip()
        same = line.approval is not None and line.approval.number == number
        if not same:
            found = document_numbered(number, actor, line.plan.office, field="approval") if number else None
            line.approval = found
    if not line.purpose.strip():
        raise Refused(_("Hãy ghi kinh phí này chi cho việc gì."), field="purpose")
    if line.approved is not None and line.planned is None:
        raise Refused(_("Hãy ghi cả dự toán khi đã có số được duyệt."), field="planned")
    changed = [name for name, old in before.items() if getattr(line, name) != old]
    labels = dict(zip(changed, labels_of(BudgetLine, changed), strict=True))
    return [f"{labels[name]}: {_said(name, before[name])} → {_said(name, getattr(line, name))}" for name in changed]


def amount_said(amount: int | None) -> str:
    """ "15.000.000 đồng", or that nobody has said it: never a zero in its place."""
    return kept("%(amount)s đồng") % {"amount": amount_words(amount)} if amount is not None else kept("chưa ghi số")


def _said(name: str, value: Any) -> str:
    if name in ("planned", "approved"):
        return amount_said(value)
    if name == "source":
        return str(BudgetLine.Source(value).label) if value else "…"
    return str(value or "…")
