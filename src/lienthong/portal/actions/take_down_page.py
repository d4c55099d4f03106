"""Take a public page down, with the reason. Its versions stay readable inside."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import search
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events, items
from lienthong.portal.models import PageState
from lienthong.portal.permissions import begin
from lienthong.portal.published import announce


@transaction.atomic
def take_down_page(actor: Actor, standing: PageState, *, reason: str) -> PageState:
    standing = PageState.objects.select_for_update().get(pk=standing.pk)
    state = begin(actor, standing, "take_down", "take_down", _("Chỉ lãnh đạo, điều phối của cơ quan gỡ trang."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do gỡ."), field="reason")
    if standing.page.get_children().live().exists():
        raise Refused(_("Dưới trang này còn trang đang đăng. Hãy gỡ các trang đó trước."))
    page = standing.page.specific
    page.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
    page.unpublish()
    standing.state, standing.reason = state, reason.strip()
    standing.save(update_fields=["state", "reason"])
    search.forget(standing)
    items.settle(standing)
    announce(standing.office_id, standing.page)
    record(events.TAKEN_DOWN, standing, by=actor.stamp, reason=standing.reason)
    return standing
