"""Change a task of a draft."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.actions.add_task import FIELDS
from lienthong.drafting.models import DraftSection, DraftTask
from lienthong.drafting.writing import locked_section, locked_task, open_for, require_seen, touched, write
from lienthong.organisations.service import Actor


@transaction.atomic
def write_task(
    actor: Actor, task: DraftTask, *, values: dict[str, Any], seen: int, section: DraftSection | None = None
) -> DraftTask:
    """``values`` are fields of :data:`FIELDS`; ``seen`` is the version that the person had before him.

    ``section`` of the same draft is where the task goes, behind the tasks that stand there.
    """
    draft = open_for(actor, task.section.draft)
    task = locked_task(task)
    require_seen(task, seen)
    if not str(values.get("text", task.text)).strip():
        raise Refused(_("Hãy ghi nhiệm vụ."), field="text")
    changed = {name: value for name, value in values.items() if name in FIELDS}
    what = f"sửa nhiệm vụ “{task}”"
    if section is not None and section.pk != task.section_id:
        section = locked_section(section)
        if section.draft_id != draft.pk:
            raise Refused(_("Phần này không thuộc dự thảo."), field="section")
        last = section.tasks.last()
        changed |= {"section": section, "order": last.order + 1 if last else 1}
        what = f"chuyển nhiệm vụ “{task}” sang phần “{section}”"
    write(task, changed)
    touched(actor, draft)
    record(events.WRITTEN, draft, by=actor.stamp, what=what)
    return task
