"""Issue a draft: the signed document enters the register with the number that was held."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.drafting import events, items
from lienthong.drafting.finding import index_draft
from lienthong.drafting.issued import differences
from lienthong.drafting.issuing import tell
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.drafting.printing import printed_number_of
from lienthong.drafting.signing import require_signer
from lienthong.organisations.service import Actor
from lienthong.registry.service import OfficialDocument, register_outgoing


@transaction.atomic
def issue_draft(actor: Actor, draft: Draft, *, differences_seen: int) -> Draft:
    """The clerk saw ``differences_seen`` places that differ from what was approved, and answers for them.

    Refused while the file is being read, when other differences than those came to light, or when who signs no longer
    may on the day of the number.
    """
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    state = begin(actor, draft, "issue", "issue", _("Chỉ văn thư ban hành văn bản."))
    if draft.document is None or draft.held is None:
        raise Refused(_("Chưa gắn bản đã ký."))
    if draft.document.state == OfficialDocument.State.READING:
        raise Refused(_("Bản ký đang được đọc. Hãy chờ ít phút rồi tải lại trang."))
    count = len(differences(draft))
    if count != differences_seen:
        raise Refused(_("Kết quả đối chiếu vừa thay đổi. Hãy xem lại rồi ban hành."))
    require_signer(draft, draft.signing, draft.held.held_on)
    number, signing = printed_number_of(draft), draft.signing
    assert signing is not None
    values = {
        "number": number, "dated": draft.held.held_on.isoformat(), "type": draft.type, "subject": draft.subject,
        "symbol": draft.symbol, "signer_name": str(signing.position.user), "signer_title": signing.position.title,
        "signer_authority": signing.form,
    }  # fmt: skip
    code = draft.held.series.code
    draft.state = state
    draft.save(update_fields=["state"])
    draft.document = register_outgoing(actor, draft.document, values=values, code=code)
    if draft.parent is not None:
        OfficialDocument.objects.filter(pk=draft.document.pk).update(answers=draft.parent)
    items.settle(draft)
    items.ask_to_carry_out(draft, actor)
    items.tell_drafter(draft, kept("Dự thảo đã ban hành: %(title)s"), actor)
    index_draft(draft)
    record(events.ISSUED, draft, by=actor.stamp, number=number, count=count)
    tell(actor, draft)
    return draft
