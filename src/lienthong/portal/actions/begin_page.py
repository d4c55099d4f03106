"""Begin a page: an article below a column, a column or a page that stays below the first page."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.models import (
    ArticlePage,
    ColumnPage,
    ContentPage,
    EventPage,
    ExemplarPage,
    GuidePage,
    NoticePage,
    PageState,
    Portal,
    TextPage,
)
from lienthong.portal.permissions import may_write
from lienthong.portal.writing import cleaned, own, require_original, slug_for, title_of

KINDS: dict[str, type[ContentPage]] = {
    "article": ArticlePage, "notice": NoticePage, "event": EventPage, "exemplar": ExemplarPage, "guide": GuidePage,
    "column": ColumnPage, "text": TextPage,
}  # fmt: skip


@transaction.atomic
def begin_page(actor: Actor, *, kind: str, title: str, parent: Page | None = None, **values: Any) -> PageState:
    """A new page of one of :data:`KINDS`: below a column; a "column" or "text" below the first page."""
    if not may_write(actor):
        raise NotAllowed(_("Bạn không viết trang cho cơ quan này."))
    portal = Portal.objects.filter(office=actor.own_office).select_related("site__root_page").first()
    if portal is None:
        raise Refused(_("Cơ quan chưa có cổng thông tin. Hãy nhờ người quản trị mở cổng."))
    first = portal.site.root_page
    above = (parent or first).specific
    own(actor, above, **values)
    if not KINDS[kind].can_create_at(above):
        raise Refused(_("Hãy chọn chuyên mục cho bài."), field="parent")
    page = KINDS[kind](title=title_of(title), slug=slug_for(title, above), live=False, **_known(kind, cleaned(values)))
    require_original(page)
    above.add_child(instance=page)
    revision = page.save_revision(user=actor.user)
    standing = PageState.objects.create(
        page=page, office=portal.office, last_editor=actor.own_position, written=revision
    )
    record(events.WRITTEN, standing, by=actor.stamp, title=page.title)
    return standing


def _known(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    """Those of the values that this kind of page has."""
    return {name: value for name, value in values.items() if hasattr(KINDS[kind], name)}
