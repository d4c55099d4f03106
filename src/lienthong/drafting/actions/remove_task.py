"""Take a task out of a draft."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.drafting import events
from lienthong.drafting.models import DraftTask
from lienthong.drafting.writing import open_for, touched
from lienthong.organisations.service import Actor


@transaction.atomic
def remove_task(actor: Actor, task: DraftTask) -> None:
    draft = open_for(actor, task.section.draft)
    record(events.WRITTEN, draft, by=actor.stamp, what=f"bỏ nhiệm vụ “{task}”")
    task.delete()
    touched(actor, draft)
