"""Add a task to a section of a draft."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.models import DraftSection, DraftTask
from lienthong.drafting.writing import locked_section, open_for, touched
from lienthong.organisations.service import Actor
from lienthong.registry.service import OfficialDocument

#: What a person writes of a task.
FIELDS = (
    "text", "lead", "support", "when", "frequency", "product", "funding_source", "funding_amount", "out_of_scope",
)  # fmt: skip


@transaction.atomic
def add_task(
    actor: Actor,
    section: DraftSection,
    *,
    values: dict[str, Any],
    origin: OfficialDocument | None = None,
    span: tuple[int, int] | None = None,
) -> DraftTask:
    """``origin`` and ``span`` say which sentence from above ordered it."""
    draft = open_for(actor, section.draft)
    if not str(values.get("text", "")).strip():
        raise Refused(_("Hãy ghi nhiệm vụ."), field="text")
    section = locked_section(section)
    last = section.tasks.last()
    start, end = span or (None, None)
    task = DraftTask.objects.create(
        section=section, order=last.order + 1 if last else 1, origin=origin, origin_start=start, origin_end=end,
        **{name: value for name, value in values.items() if name in FIELDS},
    )  # fmt: skip
    touched(actor, draft)
    record(events.WRITTEN, draft, by=actor.stamp, what=f"thêm nhiệm vụ “{task}”")
    return task
