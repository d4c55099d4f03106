"""Add a section to a draft."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.models import Draft, DraftSection
from lienthong.drafting.writing import open_for, touched
from lienthong.organisations.service import Actor


@transaction.atomic
def add_section(
    actor: Actor, draft: Draft, *, title: str, level: int = 1, text: str = "", after: DraftSection | None = None
) -> DraftSection:
    """Put a section behind ``after``, at the end when none is named."""
    draft = open_for(actor, draft)
    if not title.strip() and not text.strip():
        raise Refused(_("Hãy ghi đề mục hoặc nội dung của phần này."), field="title")
    last = after or draft.sections.last()
    order = last.order + 1 if last else 1
    draft.sections.filter(order__gte=order).update(order=F("order") + 1)
    section = DraftSection.objects.create(draft=draft, order=order, level=level, title=title.strip(), text=text.strip())
    touched(actor, draft)
    record(events.WRITTEN, draft, by=actor.stamp, what=f"thêm phần “{section}”")
    return section
