"""Take the next number of the register for an approved draft (Nghị định 30/2020/NĐ-CP, Điều 15)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.drafting import events
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.drafting.printing import printed_number_of
from lienthong.organisations.service import Actor
from lienthong.registry.service import hold_number


@transaction.atomic
def number_draft(actor: Actor, draft: Draft, *, code: str = "") -> Draft:
    """The number is held in the register ``code`` of today's year until the signed file is issued."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    draft.state = begin(actor, draft, "number", "number", _("Chỉ văn thư cấp số văn bản."))
    draft.held = hold_number(actor, day=timezone.localdate(), purpose=draft.title[:300], code=code)
    draft.save(update_fields=["state", "held"])
    record(events.NUMBERED, draft, by=actor.stamp, number=printed_number_of(draft))
    return draft
