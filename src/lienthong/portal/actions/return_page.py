"""Give a submitted page back with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events, items
from lienthong.portal.models import PageState
from lienthong.portal.permissions import begin


@transaction.atomic
def return_page(actor: Actor, standing: PageState, *, reason: str) -> PageState:
    standing = PageState.objects.select_for_update().get(pk=standing.pk)
    state = begin(actor, standing, "return", "decide", _("Chỉ lãnh đạo, điều phối không sửa trang duyệt hoặc trả lại."))
    if not reason.strip():
        raise Refused(_("Hãy ghi cần sửa gì."), field="reason")
    standing.state, standing.reason = state, reason.strip()
    standing.save(update_fields=["state", "reason"])
    items.settle(standing)
    items.ask_to_mend(standing, actor)
    record(events.RETURNED, standing, by=actor.stamp, reason=standing.reason)
    return standing
