"""Cancel the number of a draft; the register keeps it with the reason, and the draft waits for another."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.drafting.printing import printed_number_of
from lienthong.organisations.service import Actor
from lienthong.registry.service import cancel_number


@transaction.atomic
def give_up_number(actor: Actor, draft: Draft, *, reason: str) -> Draft:
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    draft.state = begin(actor, draft, "give_up_number", "issue", _("Chỉ văn thư hủy số đã cấp."))
    if draft.document is not None:
        raise Refused(_("Đã gắn bản ký. Hãy bỏ bản đó ở sổ văn bản trước khi hủy số."))
    number, held = printed_number_of(draft), draft.held
    if held is not None:
        cancel_number(actor, held, why=reason)
    draft.held = None
    draft.save(update_fields=["state", "held"])
    record(events.NUMBER_GIVEN_UP, draft, by=actor.stamp, number=number, reason=reason.strip())
    return draft
