"""Drop a draft that was begun by mistake or is needed no longer."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events, items
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def drop_draft(actor: Actor, draft: Draft, *, reason: str) -> Draft:
    """Its words stay readable with the reason; only before it is submitted."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    state = begin(actor, draft, "drop", "drop", _("Chỉ người soạn, lãnh đạo hoặc cán bộ tổng hợp bỏ được dự thảo này."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do bỏ dự thảo."), field="reason")
    draft.state, draft.reason = state, reason.strip()
    draft.save(update_fields=["state", "reason"])
    items.settle(draft)
    record(events.DROPPED, draft, by=actor.stamp, reason=draft.reason)
    return draft
