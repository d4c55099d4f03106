"""Write on a page. Nothing of it is public before it is approved."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events, items
from lienthong.portal.models import PageState
from lienthong.portal.permissions import begin
from lienthong.portal.writing import cleaned, own, require_original, title_of


@transaction.atomic
def write_page(actor: Actor, standing: PageState, *, seen: int | None, title: str, **values: Any) -> PageState:
    """A new version of a page. ``seen`` is the revision that the writer had before him; refused after a newer one."""
    standing = PageState.objects.select_for_update().get(pk=standing.pk)
    state = begin(actor, standing, "write", "write", _("Bạn không sửa được trang này."))
    if seen != standing.written_id:
        raise Refused(_("Trang vừa được người khác sửa. Chữ của bạn còn dưới đây; hãy so với bản mới rồi lưu lại."))
    own(actor, standing.page, **values)
    page = standing.page.get_latest_revision_as_object()
    page.title = page.draft_title = title_of(title)
    for name, value in cleaned(values).items():
        if hasattr(page, name):
            setattr(page, name, value)
    require_original(page)
    standing.state, standing.written = state, page.save_revision(user=actor.user)
    standing.last_editor, standing.last_edited_at = actor.own_position, timezone.now()
    standing.save(update_fields=["state", "written", "last_editor", "last_edited_at"])
    items.settle(standing)
    record(events.WRITTEN, standing, by=actor.stamp, title=page.title)
    return standing
