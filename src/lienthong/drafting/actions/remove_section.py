"""Take a section with its tasks out of a draft."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.drafting import events
from lienthong.drafting.models import DraftSection
from lienthong.drafting.writing import open_for, touched
from lienthong.organisations.service import Actor


@transaction.atomic
def remove_section(actor: Actor, section: DraftSection) -> None:
    draft = open_for(actor, section.draft)
    record(events.WRITTEN, draft, by=actor.stamp, what=f"bỏ phần “{section}”")
    section.delete()
    touched(actor, draft)
