"""Open an approved draft again, before it has a number."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events, items
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def reopen_draft(actor: Actor, draft: Draft, *, reason: str) -> Draft:
    """The approval falls; what was approved stays in the history as its hash."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    state = begin(actor, draft, "reopen", "reopen", _("Chỉ lãnh đạo hoặc cán bộ tổng hợp mở lại dự thảo đã duyệt."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do mở lại."), field="reason")
    draft.state, draft.reason = state, reason.strip()
    draft.approved = draft.approved_by = draft.approved_at = None
    draft.save(update_fields=["state", "reason", "approved", "approved_by", "approved_at"])
    items.settle(draft)
    items.ask_to_mend(draft, actor)
    record(events.REOPENED, draft, by=actor.stamp, reason=draft.reason)
    return draft
