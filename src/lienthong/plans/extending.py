"""Which rule limits extensions in an office on a day, and what follows from a new deadline."""

from datetime import date

from django.db.models import F, Q

from lienthong.organisations.service import Actor, Body
from lienthong.plans import items
from lienthong.plans.models import ExtensionRule, Share


def rule_for(office: Body, day: date) -> ExtensionRule | None:
    """The office's own rule, else the general one; None when no rule holds on ``day``."""
    rules = ExtensionRule.objects.filter(Q(office=office) | Q(office=None), valid_from__lte=day)
    rules = rules.filter(Q(valid_to=None) | Q(valid_to__gte=day))
    return rules.order_by(F("office").desc(nulls_last=True), "-valid_from").first()


def move_deadline(share: Share, due: date, actor: Actor) -> None:
    """The new deadline on the share and on what waits about it."""
    share.due = due
    share.save(update_fields=["due"])
    if share.part == Share.Part.LEAD:
        items.ask_for_what_is_next(share, actor)
