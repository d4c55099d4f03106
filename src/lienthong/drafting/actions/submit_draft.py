"""Submit a draft to who may approve it."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events, items
from lienthong.drafting.content import content_of, docx_of
from lienthong.drafting.models import Draft, DraftChange
from lienthong.drafting.permissions import begin
from lienthong.drafting.signing import require_signer
from lienthong.organisations.service import Actor


@transaction.atomic
def submit_draft(actor: Actor, draft: Draft) -> Draft:
    """Refused while changes of a returned file wait, without a signer, or when it cannot be written as a file."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    state = begin(actor, draft, "submit", "submit", _("Bạn không trình được dự thảo này."))
    if draft.changes.filter(state=DraftChange.State.WAITING).exists():
        raise Refused(_("Còn sửa đổi trong tệp Word chưa quyết định. Hãy nhận hoặc bỏ từng chỗ trước khi trình."))
    require_signer(draft, draft.signing)
    docx_of(content_of(draft))
    draft.state, draft.reason = state, ""
    draft.save(update_fields=["state", "reason"])
    items.settle(draft)
    items.ask_for_approval(draft, actor)
    record(events.SUBMITTED, draft, by=actor.stamp)
    return draft
