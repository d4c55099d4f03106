"""Recurring columns: which issue is due next and not yet begun."""

from dataclasses import dataclass

from lienthong.newsroom.models import Column
from lienthong.organisations.service import Actor
from lienthong.plans.service import Occurrence


@dataclass(frozen=True, slots=True)
class Proposed:
    column: Column
    occurrence: Occurrence
    total: int


def proposed_issues(actor: Actor) -> list[Proposed]:
    """For each running column the first open issue for which nothing is being made."""
    found = []
    for column in Column.objects.visible_to(actor).running().select_related("share__assignment", "share__body"):
        issues = Occurrence.objects.issues().filter(share=column.share)
        begun = issues.filter(product_credits__product__isnull=False).exclude(
            product_credits__product__state="withdrawn"
        )
        occurrence = issues.filter(closed_on=None).exclude(pk__in=begun.values("pk")).order_by("due", "pk").first()
        if occurrence is not None:
            found.append(Proposed(column, occurrence, issues.count()))
    return sorted(found, key=lambda one: (one.occurrence.due, one.column.pk))
