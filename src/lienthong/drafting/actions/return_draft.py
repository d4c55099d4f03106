"""Give a submitted draft back with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events, items
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def return_draft(actor: Actor, draft: Draft, *, reason: str) -> Draft:
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    state = begin(actor, draft, "return", "decide", _("Chỉ lãnh đạo cơ quan duyệt hoặc trả lại dự thảo."))
    if not reason.strip():
        raise Refused(_("Hãy ghi cần sửa gì."), field="reason")
    draft.state, draft.reason = state, reason.strip()
    draft.save(update_fields=["state", "reason"])
    items.settle(draft)
    items.ask_to_mend(draft, actor)
    record(events.RETURNED, draft, by=actor.stamp, reason=draft.reason)
    return draft
