"""Change a task of a draft."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.actions.add_task import FIELDS
from lienthong.drafting.models import DraftTask
from lienthong.drafting.writing import open_for, require_seen, touched, write
from lienthong.organisations.service import Actor


@transaction.atomic
def write_task(actor: Actor, task: DraftTask, *, values: dict[str, Any], seen: int) -> DraftTask:
    """``values`` are fields of :data:`FIELDS`; ``seen`` is the version that the person had before him."""
    draft = open_for(actor, task.section.draft)
    task = DraftTask.objects.select_for_update().get(pk=task.pk)
    require_seen(task, seen)
    if not str(values.get("text", task.text)).strip():
        raise Refused(_("Hãy ghi nhiệm vụ."), field="text")
    write(task, {name: value for name, value in values.items() if name in FIELDS})
    touched(actor, draft)
    record(events.WRITTEN, draft, by=actor.stamp, what=f"sửa nhiệm vụ “{task}”")
    return task
