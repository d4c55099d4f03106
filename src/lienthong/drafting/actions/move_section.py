"""Move a section of a draft one place up or down."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.drafting import events
from lienthong.drafting.models import DraftSection
from lienthong.drafting.writing import open_for, touched
from lienthong.organisations.service import Actor


@transaction.atomic
def move_section(actor: Actor, section: DraftSection, *, up: bool) -> DraftSection:
    """Change places with the neighbour; at the edge nothing changes."""
    draft = open_for(actor, section.draft)
    row = list(draft.sections.all())
    at = row.index(section)
    to = at - 1 if up else at + 1
    if 0 <= to < len(row):
        row[at], row[to] = row[to], row[at]
        for order, one in enumerate(row, start=1):
            one.order = order
        DraftSection.objects.bulk_update(row, ["order"])
        touched(actor, draft)
        record(events.WRITTEN, draft, by=actor.stamp, what=f"đổi thứ tự của phần “{section}”")
    return section
