"""Approve a page: exactly the version that was submitted goes out, now or at its time."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import search
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events, items
from lienthong.portal.models import PageState
from lienthong.portal.permissions import begin
from lienthong.portal.published import announce
from lienthong.portal.writing import hash_of, require_original, words_of


@transaction.atomic
def approve_page(actor: Actor, standing: PageState, *, seen: int | None) -> PageState:
    """``seen`` is the revision that the approver read; another one is refused. The approver never edited last."""
    standing = PageState.objects.select_for_update().get(pk=standing.pk)
    if actor.holds(standing.last_editor):
        raise Refused(_("Bạn là người sửa sau cùng nên cần người khác duyệt."))
    state = begin(actor, standing, "approve", "decide", _("Chỉ lãnh đạo, điều phối của cơ quan duyệt đăng."))
    revision = standing.written
    if revision is None or revision.pk != seen:
        raise Refused(_("Trang đã đổi sau khi bạn mở. Hãy tải lại và đọc bản mới."))
    above = standing.page.get_parent()
    if above.depth > 1 and not above.live:
        raise Refused(_("Hãy duyệt “%(title)s” trước; trang nằm dưới đó.") % {"title": above.title})
    require_original(revision.as_object())
    standing.state, standing.approved, standing.hash = state, revision, hash_of(revision)
    standing.approved_by, standing.approved_at = actor.own_position, timezone.now()
    standing.save(update_fields=["state", "approved", "hash", "approved_by", "approved_at"])
    # A page that it translated until now links to it: where that ends, every page is written.
    alone = standing.page.specific.translation_of_id in (None, revision.content.get("translation_of"))
    # The one place where words of a page become public. A page with a later time waits for it.
    revision.publish()
    search.index(standing, number="", words=words_of(revision))
    items.settle(standing)
    items.tell_editor(standing, kept("Trang được duyệt đăng: %(title)s"), actor)
    announce(standing.office_id, standing.page if alone else None)
    record(events.APPROVED, standing, by=actor.stamp, hash=standing.hash[:12])
    return standing
