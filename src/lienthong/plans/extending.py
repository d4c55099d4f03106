"""Which rule limits extensions in an office on a day."""

from datetime import date

from django.db.models import F, Q

from lienthong.organisations.service import Body
from lienthong.plans.models import ExtensionRule


def rule_for(office: Body, day: date) -> ExtensionRule | None:
    """The office's own rule, else the general one; None when no rule holds on ``day``."""
    rules = ExtensionRule.objects.filter(Q(office=office) | Q(office=None), valid_from__lte=day)
    rules = rules.filter(Q(valid_to=None) | Q(valid_to__gte=day))
    return rules.order_by(F("office").desc(nulls_last=True), "-valid_from").first()
