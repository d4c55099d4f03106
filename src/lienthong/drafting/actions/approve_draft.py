"""Approve a draft: from now on its content is frozen."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.drafting import events, items
from lienthong.drafting.content import content_of, hash_of
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.drafting.signing import require_signer
from lienthong.organisations.service import Actor


@transaction.atomic
def approve_draft(actor: Actor, draft: Draft) -> Draft:
    """Freeze exactly what is there now. The approver is never the last editor, and the signer may still sign."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    state = begin(actor, draft, "approve", "decide", _("Chỉ lãnh đạo cơ quan duyệt hoặc trả lại dự thảo."))
    if actor.holds(draft.last_editor):
        raise Refused(_("Bạn là người sửa sau cùng nên cần người khác duyệt."))
    require_signer(draft, draft.signing)
    draft.state, draft.approved = state, content_of(draft)
    draft.approved_by, draft.approved_at = actor.position, timezone.now()
    draft.save(update_fields=["state", "approved", "approved_by", "approved_at"])
    items.settle(draft)
    items.ask_for_number(draft, actor)
    items.tell_drafter(draft, kept("Dự thảo được duyệt: %(title)s"), actor)
    record(events.APPROVED, draft, by=actor.stamp, hash=hash_of(draft.approved)[:12])
    return draft
