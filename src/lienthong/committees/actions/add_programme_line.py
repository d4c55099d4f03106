"""Add a line to the yearly programme of a committee."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import ProgrammeLine
from lienthong.committees.permissions import keep
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def add_programme_line(actor: Actor, committee: Body, *, values: dict[str, Any]) -> ProgrammeLine:
    """``values``: year, quarter, month (or None), text, lead."""
    keep(actor, committee)
    month = values.get("month")
    if month is not None and (month + 2) // 3 != values["quarter"]:
        raise Refused(_("Tháng này không thuộc quý đã chọn."), field="month")
    line = ProgrammeLine.objects.create(committee=committee, **values)
    record(events.LINE_ADDED, committee, by=actor.stamp, text=str(line))
    return line
