"""Write down what a committee stands on: its decision and its working rules."""

from typing import Any

from django.db import transaction

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import Charter
from lienthong.committees.permissions import keep
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def write_charter(actor: Actor, committee: Body, *, values: dict[str, Any]) -> Charter:
    """``values``: mandate, rules_document (documents or None), rules."""
    keep(actor, committee)
    charter, _made = Charter.objects.update_or_create(committee=committee, defaults=values)
    record(events.CHARTER_WRITTEN, committee, by=actor.stamp, committee=committee.name)
    return charter
